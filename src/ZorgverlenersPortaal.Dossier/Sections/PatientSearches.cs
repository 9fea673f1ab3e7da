using System.Globalization;
using Microsoft.Extensions.Logging;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>
/// The ways to a doctor's patients (fhir.md §1.3, docs/adr/0024). Chains and <c>:identifier</c> are what servers lack first,
/// so nothing rests on them where the plain way is there. A Patient counts only when the grant finds its general practitioner
/// to be the doctor.
/// </summary>
internal sealed partial class PatientSearches(IEpd epd, EpdCapabilities capabilities, EpdOptions options, TimeProvider clock, ILogger logger)
{
    /// <summary>References per search: keeps addresses below what servers take.</summary>
    private const int Batch = 40;

    private readonly ILogger _logger = logger;

    /// <summary>Patients, doctors and roles, proven. Throws <see cref="EpdException"/>.</summary>
    public Task<EpdAnswer> FindAsync(ListGrant grant, CancellationToken cancellation) => capabilities.PatientSearch switch
    {
        PatientSearch.Auto or PatientSearch.Plain => PlainAsync(grant, cancellation),
        PatientSearch.Chain => ChainAsync(grant, cancellation),
        PatientSearch.Identifier => IdentifierAsync(grant, cancellation),
        PatientSearch.AdmittedFirst => AdmittedAsync(grant, cancellation),
        var other => throw new InvalidOperationException($"Unknown patient search {other}."),
    };

    /// <summary>The way taken asks for the doctor herself, so that it is known whether the EPD knows her.</summary>
    public bool AsksForDoctor => capabilities.PatientSearch is PatientSearch.Plain or PatientSearch.AdmittedFirst;

    /// <summary>The way taken finds all patients of the doctor, also who was never in hospital.</summary>
    public bool FindsEveryone => capabilities.PatientSearch is not PatientSearch.AdmittedFirst;

    private static string Token(ListGrant grant) => NamingSystems.AgbToken(grant.Agb);

    private async Task<EpdAnswer> PlainAsync(ListGrant grant, CancellationToken cancellation)
    {
        var byIdentifier = MoreByIdentifierAsync(grant, cancellation);
        var ladder = await DoctorAsync(grant, cancellation);
        foreach (var references in grant.Practitioners.Chunk(Batch))
        {
            ladder = ladder.And(await epd.SearchAsync(
                grant, EpdQuery.Search("Patient", ("general-practitioner", string.Join(',', references))), cancellation));
        }
        return await byIdentifier is { } more ? ladder.And(more) : ladder;
    }

    /// <summary>Who the doctor or practice is at the EPD: from here on her references prove her patients.</summary>
    private async Task<EpdAnswer> DoctorAsync(ListGrant grant, CancellationToken cancellation)
    {
        var (type, parameter) = grant.IsPractice ? ("Organization", "organization") : ("Practitioner", "practitioner");
        var doctor = await epd.SearchAsync(grant, EpdQuery.Search(type, ("identifier", Token(grant))), cancellation);
        var ids = doctor.Resources.Where(found => found.ResourceType == type).Select(found => found.Id!).ToList();
        return ids.Count == 0
            ? doctor
            : doctor.And(await epd.SearchAsync(grant, EpdQuery.Search("PractitionerRole", (parameter, string.Join(',', ids))), cancellation));
    }

    /// <summary>
    /// Patients whose general practitioner the EPD wrote as a bare AGB code are found by no id. Many servers lack this
    /// question (fhir.md §4.1), so it only adds: a refusal is no failure, and what else comes along is dropped, no incident.
    /// </summary>
    private async Task<EpdAnswer?> MoreByIdentifierAsync(ListGrant grant, CancellationToken cancellation)
    {
        try
        {
            var answer = await epd.SearchAsync(grant, EpdQuery.Search("Patient", ("general-practitioner:identifier", Token(grant))), cancellation);
            return answer with { Strangers = [], Warnings = 0 };
        }
        catch (EpdException)
        {
            return null;
        }
    }

    private Task<EpdAnswer> IdentifierAsync(ListGrant grant, CancellationToken cancellation) =>
        ScreenAsync(grant, [EpdQuery.Search("Patient", ("general-practitioner:identifier", Token(grant)))], cancellation);

    /// <summary>The doctors and roles come along: without them the answer would prove nothing.</summary>
    private Task<EpdAnswer> ChainAsync(ListGrant grant, CancellationToken cancellation)
    {
        var (type, parameter) = grant.IsPractice ? ("Organization", "organization") : ("Practitioner", "practitioner");
        return ScreenAsync(
            grant,
            [
                EpdQuery.Search(
                    "Patient", ($"general-practitioner:PractitionerRole.{parameter}.identifier", Token(grant)),
                    ("_include", "Patient:general-practitioner"), ("_include:iterate", $"PractitionerRole:{parameter}")),
                EpdQuery.Search("Patient", ($"general-practitioner:{type}.identifier", Token(grant)), ("_include", "Patient:general-practitioner")),
            ],
            cancellation);
    }

    /// <summary>Works where a Patient cannot be searched by doctor; the EPD then tells of strangers, who are dropped unseen.</summary>
    private async Task<EpdAnswer> AdmittedAsync(ListGrant grant, CancellationToken cancellation)
    {
        var doctor = await DoctorAsync(grant, cancellation);
        var since = clock.GetUtcNow().AddDays(-options.DischargedDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var classes = string.Join(',', options.Classes);
        var found = await ScreenAsync(
            grant,
            [
                EpdQuery.Search("Encounter", ("class", classes), ("date", "ge" + since), ("_include", "Encounter:subject")),
                EpdQuery.Search("Encounter", ("class", classes), ("status", "in-progress,arrived,triaged,onleave"), ("_include", "Encounter:subject")),
            ],
            cancellation);
        // The stays are asked again by patient, as on every way.
        return doctor.And(found with { Resources = [.. found.Resources.Where(r => r is not Encounter)] });
    }

    private async Task<EpdAnswer> ScreenAsync(ListGrant grant, EpdQuery[] queries, CancellationToken cancellation)
    {
        var (answer, dropped) = await grant.ScreenAsync(async () =>
        {
            var answers = new List<EpdAnswer>();
            foreach (var query in queries)
            {
                answers.Add(await epd.SearchAsync(grant, query, cancellation));
            }
            return answers.Aggregate((all, next) => all.And(next));
        });
        if (dropped > 0)
        {
            LogDropped(dropped, capabilities.PatientSearch);
        }
        // Asked for hers alone, one who cannot be proven to be hers may yet be (R7).
        return dropped > 0 && capabilities.PatientSearch is not PatientSearch.AdmittedFirst ? answer with { Warnings = answer.Warnings + 1 } : answer;
    }

    [LoggerMessage(1312, LogLevel.Information, "{Count} patients of other doctors came with the search {Search} and were dropped unseen")]
    private partial void LogDropped(int count, PatientSearch search);
}
