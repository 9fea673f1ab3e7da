using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <content>Alerts.</content>
public sealed partial class DossierReader
{
    /// <summary>Starts reading the alerts: what holds now first; to be had only through their record (R2).</summary>
    public PendingSection<IReadOnlyList<Alert>> ReadAlerts(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        // All problems, as the section of diagnoses asks: while both are under way it is one question.
        return Pending(grant, AlertsAsync(grant, isCurrentOnly: false, (epd, token) => epd.SearchAsync(grant, About(grant, "Condition"), token), cancellation));
    }

    private async Task<Section<IReadOnlyList<Alert>>> AlertsAsync(
        PatientGrant grant, bool isCurrentOnly, Func<IEpd, CancellationToken, Task<EpdAnswer>> problems, CancellationToken cancellation)
    {
        var reader = new AlertReader(_sections.Alerts, _options.Base, _clock.GetUtcNow());
        var fetching = _fetcher.FetchAsync<IReadOnlyList<Alert>>(
            DossierCategory.Alerts,
            async (epd, token) =>
            {
                var flags = await epd.SearchAsync(grant, About(grant, "Flag"), token);
                return flags.Of<Flag>().Any(reader.NeedsDetail) ? flags.And(await IfOpenAsync(grant, flags, () => problems(epd, token))) : flags;
            },
            a => [.. reader.Read(a.Of<Flag>(), [.. a.Of<Condition>()]).Where(alert => alert.IsCurrent || !isCurrentOnly)],
            cancellation);
        return await NamingAsync(fetching, all => all.SelectMany(a => new[] { a.Source, a.DetailSource }).OfType<string>());
    }

    /// <summary>The problems that tell what an alert is; without them the alerts stand, and the section says that it is not whole.</summary>
    private static async Task<EpdAnswer> IfOpenAsync(PatientGrant grant, EpdAnswer flags, Func<Task<EpdAnswer>> problems)
    {
        try
        {
            return grant.Categories.Contains(DossierCategory.Diagnoses)
                ? await problems()
                : new() { Resources = [], FetchedAt = flags.FetchedAt, Warnings = 1 };
        }
        catch (Exception e) when (e is EpdException or OperationCanceledException)
        {
            return new() { Resources = [], FetchedAt = flags.FetchedAt, Warnings = 1 };
        }
    }
}
