using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>
/// What a refusal of the EPD tells the portal to do next (Epic's codes, fhir.md §4.4): read the record that a merged one lives
/// on in, or begin a search again. Holds no words of the EPD's: those may be about a patient.
/// </summary>
/// <param name="Survivor">Id of the Patient at the base that replaced the asked one; null when none is named for certain.</param>
/// <param name="IsExpired">The pages of this search are no longer kept (4113).</param>
internal sealed record EpdRemark(string? Survivor, bool IsExpired)
{
    private const string Merged = "4107";
    private const string Expired = "4113";

    /// <summary>What may surround an address in a sentence.</summary>
    private static readonly char[] _around = [' ', '\t', '\r', '\n', '"', '\'', '(', ')', '<', '>', ',', ';'];

    /// <summary>What an outcome says; null when it says nothing of the kind.</summary>
    public static EpdRemark? Of(OperationOutcome outcome, Uri baseAddress)
    {
        var survivor = Has(outcome, Merged) ? Single(outcome.Issues.SelectMany(issue => Patients(issue.Text, baseAddress))) : null;
        var isExpired = Has(outcome, Expired);
        return survivor is null && !isExpired ? null : new(survivor, isExpired);
    }

    /// <summary>What a permanent redirect says. Nobody follows it: only an id at the base is taken from it.</summary>
    public static EpdRemark? OfLocation(Uri? location, Uri baseAddress) =>
        location is not null && Single(Patients(location.OriginalString, baseAddress)) is { } survivor ? new(survivor, IsExpired: false) : null;

    private static bool Has(OperationOutcome outcome, string code) =>
        outcome.Issues.Any(issue => issue.Details.Any(detail => detail.Code == code));

    /// <summary>Two different ids are no answer.</summary>
    private static string? Single(IEnumerable<string> ids) => ids.Distinct(StringComparer.Ordinal).Take(2).ToList() is [var id] ? id : null;

    private static IEnumerable<string> Patients(string? text, Uri baseAddress) => (text ?? "")
        .Split(_around, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.TrimEnd('.', ':'))
        .Select(word => ReferenceResolver.Resolve(Rooted(word, baseAddress), baseAddress))
        .Where(resolved => resolved is { Kind: ReferenceKind.Resource, Type: "Patient" })
        .Select(resolved => resolved.Id!);

    /// <summary>An address without a host is seen from the EPD's.</summary>
    private static string Rooted(string word, Uri baseAddress) =>
        word.StartsWith('/') && !word.StartsWith("//", StringComparison.Ordinal) ? baseAddress.GetLeftPart(UriPartial.Authority) + word : word;
}
