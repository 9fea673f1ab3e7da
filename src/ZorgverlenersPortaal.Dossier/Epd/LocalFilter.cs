using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>
/// Asks here what the EPD left out of a question (fhir.md §4.7: filter locally or fail). What a resource does not say is no
/// ground to drop it: only a value that is there and is another one is (R7).
/// </summary>
internal sealed class LocalFilter
{
    /// <summary>Without these an answer is larger or in another order, no other answer.</summary>
    private static readonly HashSet<string> _harmless = ["_include", "_revinclude", "_sort", "_count", "_total", "_lastUpdated", "_elements", "_summary"];

    private readonly string _type;
    private readonly IReadOnlyList<(string Name, string Value)> _asked;

    private LocalFilter(string type, IReadOnlyList<(string Name, string Value)> asked) => (_type, _asked) = (type, asked);

    /// <summary>Drops nothing.</summary>
    public static LocalFilter None { get; } = new("", []);

    /// <summary>For the parameters that were ignored; throws <see cref="EpdException"/> when one cannot be asked here.</summary>
    public static LocalFilter Of(EpdQuery query, IReadOnlyList<string> ignored)
    {
        var missed = query.Parameters.Where(p => ignored.Contains(p.Name.Split(':')[0], StringComparer.Ordinal) && !_harmless.Contains(p.Name.Split(':')[0])).ToList();
        var unknown = missed.Where(p => !IsKnown(p)).Select(p => p.Name).FirstOrDefault();
        return unknown is null
            ? new(query.Type, missed)
            : throw new EpdException(EpdFailure.NotUnderstood, $"The EPD ignored the search parameter '{unknown}' of {query.Type}, and it cannot be asked here.");
    }

    /// <summary>Is this another than was asked for? Never what came along, such as a ward.</summary>
    public bool Drops(Resource resource) => _asked.Count > 0 && resource.ResourceType == _type && _asked.Any(p => !Fits(resource, p.Name, p.Value.Split(',')));

    private static bool IsKnown((string Name, string Value) parameter) => parameter.Name switch
    {
        "status" or "class" or "category" or "type" => true,
        "date" => Day(parameter.Value) is not null,
        _ => false,
    };

    private static bool Fits(Resource resource, string name, string[] values) => name switch
    {
        "status" => Status(resource) is not { } status || values.Contains(status, StringComparer.Ordinal),
        "class" => (resource as Encounter)?.Class is not { Code: not null } coding || values.Any(v => IsToken(v, coding)),
        "category" => Codings(Categories(resource)) is not { Count: > 0 } codings || values.Any(v => codings.Exists(c => IsToken(v, c))),
        "type" => Codings(Types(resource)) is not { Count: > 0 } codings || values.Any(v => codings.Exists(c => IsToken(v, c))),
        "date" => Latest(resource) is not { } latest || Day(values[0]) is not { } day || latest >= day,
        _ => true,
    };

    private static string? Status(Resource resource) => resource switch
    {
        Encounter encounter => encounter.Status,
        DocumentReference document => document.Status,
        Observation observation => observation.Status,
        DiagnosticReport report => report.Status,
        Composition composition => composition.Status,
        Consent consent => consent.Status,
        Flag flag => flag.Status,
        CareTeam team => team.Status,
        Appointment appointment => appointment.Status,
        Procedure procedure => procedure.Status,
        ServiceRequest request => request.Status,
        _ => null,
    };

    /// <summary>Not of an Observation: members of a result that is asked for may be of another category, and its reader sorts them out.</summary>
    private static IReadOnlyList<CodeableConcept> Categories(Resource resource) => resource switch
    {
        DocumentReference document => document.Categories,
        DiagnosticReport report => report.Categories,
        Consent consent => consent.Categories,
        Flag flag => flag.Categories,
        CareTeam team => team.Categories,
        _ => [],
    };

    private static CodeableConcept?[] Types(Resource resource) => resource switch
    {
        DocumentReference document => [document.Type],
        Composition composition => [composition.Type],
        Encounter encounter => [.. encounter.Types],
        _ => [],
    };

    /// <summary>The last moment the resource may be about; null when it does not say, or goes on.</summary>
    private static DateTimeOffset? Latest(Resource resource) => resource switch
    {
        Encounter encounter => encounter.Period?.End?.LatestInstant(Periods.Zone),
        DocumentReference document => document.Date?.LatestInstant(Periods.Zone),
        Composition composition => composition.Date?.LatestInstant(Periods.Zone),
        Observation observation => Latest(observation.Effective),
        DiagnosticReport report => Latest(report.Effective),
        _ => null,
    };

    private static DateTimeOffset? Latest(TimeChoice? time) => (time?.DateTime ?? time?.Period?.End)?.LatestInstant(Periods.Zone);

    private static List<Coding> Codings(IEnumerable<CodeableConcept?> concepts) => [.. concepts.OfType<CodeableConcept>().SelectMany(c => c.Codings).Where(c => c.Code is not null)];

    /// <summary>A token of R4: <c>code</c>, <c>system|code</c>, <c>|code</c> or <c>system|</c>.</summary>
    private static bool IsToken(string token, Coding coding) => token.Split('|') switch
    {
        [var code] => coding.Code == code,
        ["", var code] => coding.Code == code && coding.System is null,
        [var system, ""] => coding.System == system,
        [var system, var code] => coding.Code == code && coding.System == system,
        _ => true,
    };

    /// <summary>The one form the portal asks: <c>geyyyy-MM-dd</c>.</summary>
    private static DateTimeOffset? Day(string value) =>
        value.StartsWith("ge", StringComparison.Ordinal) && FhirDateTime.TryParse(value.AsSpan(2)) is { } date ? date.EarliestInstant(Periods.Zone) : null;
}
