using System.Globalization;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>
/// The plain-search ladder (fhir.md §1.3): Practitioner → PractitionerRole → Patient → Encounter and Consent. Chains and
/// <c>:identifier</c> are what servers lack first, so nothing rests on them.
/// </summary>
internal sealed class PatientLadder(IEpd epd, SectionFetcher fetcher, EpdOptions options, TimeProvider clock)
{
    /// <summary>Patients per search: keeps addresses below what servers take.</summary>
    private const int Batch = 40;

    public async Task<LadderFound> ClimbAsync(ListGrant grant, CancellationToken cancellation)
    {
        var byIdentifier = ByIdentifierAsync(grant, cancellation);
        var ladder = await epd.SearchAsync(
            grant, EpdQuery.Search("Practitioner", ("identifier", NamingSystems.AgbToken(grant.Agb))), cancellation);
        var practitioners = ladder.Of<Practitioner>().Select(p => p.Id!).ToList();
        if (practitioners.Count > 0)
        {
            ladder = ladder.And(await epd.SearchAsync(
                grant, EpdQuery.Search("PractitionerRole", ("practitioner", string.Join(',', practitioners))), cancellation));
        }
        var patients = new List<Patient>();
        foreach (var references in grant.Practitioners.Chunk(Batch))
        {
            var answer = await epd.SearchAsync(grant, EpdQuery.Search("Patient", ("general-practitioner", string.Join(',', references))), cancellation);
            ladder = ladder.And(answer);
            patients.AddRange(answer.Of<Patient>());
        }
        if (await byIdentifier is { } more)
        {
            ladder = ladder.And(more);
            patients.AddRange(more.Of<Patient>());
        }
        // A record merged into another is shown as that other one.
        patients = [.. patients.DistinctBy(p => p.Id).Where(p => !p.IsEnteredInError && p.Links.All(l => l.Type != "replaced-by"))];
        var directives = DirectivesAsync(grant, patients, cancellation);
        var encounters = await EncountersAsync(grant, patients, cancellation);
        return new(options.Base, patients, encounters, await directives, ladder);
    }

    /// <summary>
    /// Patients whose general practitioner the EPD wrote as a bare AGB code are found by no id. Many servers lack this
    /// question (fhir.md §4.1), so it only adds: a refusal is no failure, and what else comes along is dropped, no incident.
    /// </summary>
    private async Task<EpdAnswer?> ByIdentifierAsync(ListGrant grant, CancellationToken cancellation)
    {
        try
        {
            var answer = await epd.SearchAsync(
                grant, EpdQuery.Search("Patient", ("general-practitioner:identifier", NamingSystems.AgbToken(grant.Agb))), cancellation);
            return answer with { Strangers = [], Warnings = 0 };
        }
        catch (EpdException)
        {
            return null;
        }
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
