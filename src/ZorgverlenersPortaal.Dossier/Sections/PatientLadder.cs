using System.Globalization;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>From the doctor to her patients (<see cref="PatientSearches"/>) and on to Encounter and Consent, by plain searches.</summary>
internal sealed class PatientLadder(IEpd epd, PatientSearches searches, SectionFetcher fetcher, EpdOptions options, TimeProvider clock)
{
    /// <summary>Patients per search: keeps addresses below what servers take.</summary>
    private const int Batch = 40;

    public async Task<LadderFound> ClimbAsync(ListGrant grant, bool withComing, CancellationToken cancellation)
    {
        var ladder = await searches.FindAsync(grant, cancellation);
        // A record merged into another is shown as that other one.
        List<Patient> patients = [.. ladder.Of<Patient>().Where(p => !p.IsEnteredInError && p.Links.All(l => l.Type != "replaced-by"))];
        var directives = DirectivesAsync(grant, patients, cancellation);
        var coming = withComing ? ComingAsync(grant, patients, cancellation) : Task.FromResult<(EpdAnswer?, EpdFailure?)>((null, null));
        var encounters = await EncountersAsync(grant, patients, cancellation);
        var (appointments, failure) = await coming;
        return new(options.Base, patients, encounters, await directives, ladder) { Coming = appointments, ComingFailure = failure, HidesUnclear = grant.HasUnclear, IsEveryone = searches.FindsEveryone, IsDoctorKnown = !searches.AsksForDoctor || patients.Count > 0 || ladder.Resources.Any(found => found is Practitioner or Organization) };
    }

    private async Task<EpdAnswer> EncountersAsync(ListGrant grant, List<Patient> patients, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().AddDays(-options.DischargedDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var classes = string.Join(',', options.Classes);
        // The second question catches who is in hospital by status but has no period at all (fhir.md §1.4).
        var found = await AllAsync(grant, patients, ids =>
        [
            EpdQuery.Search("Encounter", ("patient", ids), ("class", classes), ("date", "ge" + since)),
            EpdQuery.Search("Encounter", ("patient", ids), ("class", classes), ("status", "in-progress,arrived,triaged,onleave")),
        ], cancellation);
        return await fetcher.WithLocationsAsync(grant, found, cancellation);
    }

    /// <summary>Only from today on, and only that can be filtered here for an EPD that leaves it out: what is too far ahead is dropped by its reader.</summary>
    private async Task<(EpdAnswer? Answer, EpdFailure? Failure)> ComingAsync(ListGrant grant, List<Patient> patients, CancellationToken cancellation)
    {
        var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Periods.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        try
        {
            var found = await AllAsync(grant, patients, ids => [EpdQuery.Search("Appointment", ("patient", ids), ("date", "ge" + today))], cancellation);
            return (await fetcher.WithLocationsAsync(grant, found, cancellation), null);
        }
        catch (Exception e) when (e is EpdException or OperationCanceledException)
        {
            // As with directives: the page says that they are not here (R7).
            return (new EpdAnswer { Resources = [], FetchedAt = clock.GetUtcNow() }, (e as EpdException)?.Failure ?? EpdFailure.TimedOut);
        }
    }

    private async Task<EpdAnswer?> DirectivesAsync(ListGrant grant, List<Patient> patients, CancellationToken cancellation)
    {
        try
        {
            return await AllAsync(grant, patients, ids => [EpdQuery.Search("Consent", ("patient", ids))], cancellation);
        }
        catch (Exception e) when (e is EpdException or OperationCanceledException)
        {
            // The list is worth showing without them; each row then says that they are unknown (R7).
            return null;
        }
    }

    private async Task<EpdAnswer> AllAsync(
        ListGrant grant, List<Patient> patients, Func<string, IEnumerable<EpdQuery>> questions, CancellationToken cancellation)
    {
        var queries = patients.Select(p => p.Id!).Order(StringComparer.Ordinal).Chunk(Batch).SelectMany(ids => questions(string.Join(',', ids)));
        var answers = await Task.WhenAll(queries.Select(q => epd.SearchAsync(grant, q, cancellation)));
        return answers.Aggregate(
            new EpdAnswer { Resources = [], FetchedAt = clock.GetUtcNow() }, (all, answer) => all.And(answer));
    }
}
