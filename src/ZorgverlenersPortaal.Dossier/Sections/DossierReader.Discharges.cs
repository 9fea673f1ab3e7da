using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <content>What was open when a patient left.</content>
public sealed partial class DossierReader
{
    /// <summary>
    /// Starts reading what was open at the discharges of the last days (Epd:DischargedDays), to be had only through its record (R2);
    /// null when there was none: then nothing is asked. Results are asked for as their own pages ask for them.
    /// </summary>
    public async Task<PendingSection<DischargeOverview>?> ReadDischargesAsync(RecordReading reading, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var grant = reading.Grant;
        if (!grant.Categories.Contains(DossierCategory.Admission))
        {
            return null;
        }
        var admissions = await reading.AdmissionsRead;
        if (admissions.Content is not { } all)
        {
            // Nobody knows whether she was discharged: not the same as nothing open (R7).
            return Pending(grant, Task.FromResult(new Section<DischargeOverview>
            {
                Category = DossierCategory.Results,
                Failure = admissions.Failure ?? EpdFailure.NotUnderstood,
                FetchedAt = admissions.FetchedAt,
            }));
        }
        var since = _clock.GetUtcNow().AddDays(-_options.DischargedDays);
        List<Admission> ended = [.. all.Where(a => a.State.IsDischarged() && !a.IsNotUnderstood && (a.End ?? a.Start)?.Latest >= since)];
        return ended.Count == 0 ? null : Pending(grant, DischargesAsync(grant, admissions, ended, cancellation));
    }

    private async Task<Section<DischargeOverview>> DischargesAsync(
        PatientGrant grant, Section<IReadOnlyList<Admission>> admissions, IReadOnlyList<Admission> ended, CancellationToken cancellation)
    {
        var results = await ResultsAsync(grant, cancellation);
        if (results.Content is not { } found)
        {
            return new() { Category = results.Category, Failure = results.Failure, FetchedAt = results.FetchedAt, Strangers = results.Strangers };
        }
        var overview = new DischargeOverview(
            ended,
            [.. PendingAtDischarge.Of(found, admissions.Content!).Where(open => ended.Contains(open.Admission))],
            found.IsWithoutRequests || found.RequestsFailure is not null);
        var named = overview.Sources.Select(Unversioned).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Category = results.Category,
            Content = overview,
            FetchedAt = results.FetchedAt,
            IsIncomplete = results.IsIncomplete || admissions.IsIncomplete,
            Resources =
            [
                .. results.Resources.Where(resource => named.Contains(Unversioned(resource))),
                .. admissions.Resources.Where(resource => ended.Any(a => a.EncounterIds.Any(id => IsOf(resource, id)))),
            ],
            Strangers = results.Strangers,
        };
    }
}
