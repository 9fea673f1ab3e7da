using System.Globalization;
using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>The grammar of what stands in the EPD's log; each throws <see cref="EpdLogException"/> for anything else, naming <c>where</c>.</summary>
internal static partial class EpdLogText
{
    /// <summary>2026-03-31T14:05:09+02:00, with or without a fraction; a time without its offset could be an hour off.</summary>
    public static DateTimeOffset Time(string? text, string where) =>
        text is not null && TimePattern().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new EpdLogException($"{where}: no time; write it with its offset, as 2026-03-31T14:05:09+02:00.");

    /// <summary>Null for nothing.</summary>
    public static string? RequestId(string? text, string where) => string.IsNullOrEmpty(text) ? null
        : RequestIdPattern().IsMatch(text) ? text
        : throw new EpdLogException($"{where}: no request id; give the X-Request-Id as it came, at most 128 characters without spaces, or nothing.");

    /// <summary>The id itself, also of <c>Patient/id</c>; null for nothing.</summary>
    public static string? PatientId(string? text, string where) => string.IsNullOrEmpty(text) ? null
        : PatientPattern().Match(text) is { Success: true } match ? match.Groups["id"].Value
        : throw new EpdLogException($"{where}: no patient's number in the EPD; give the id of the Patient, bare or as Patient/id, or nothing. A BSN has a column of its own.");

    /// <summary>Null for nothing.</summary>
    public static string? Bsn(string? text, string where) => string.IsNullOrEmpty(text) ? null
        : BsnPattern().IsMatch(text) ? text
        : throw new EpdLogException($"{where}: no BSN; give nine digits, or nothing.");

    /// <summary>The id in a reference to a Patient, relative or absolute, with or without a version; null when it refers to something else.</summary>
    public static string? PatientOf(string? reference) => reference is not null && ReferencePattern().Match(reference) is { Success: true } match ? match.Groups["id"].Value : null;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^[!-~]{1,128}\z", RegexOptions.None, 1000)]
    private static partial Regex RequestIdPattern();

    [GeneratedRegex(@"^(Patient/)?(?<id>[A-Za-z0-9.-]{1,64})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PatientPattern();

    [GeneratedRegex(@"^[0-9]{9}\z", RegexOptions.None, 1000)]
    private static partial Regex BsnPattern();

    [GeneratedRegex(@"^([^?#]*/)?Patient/(?<id>[A-Za-z0-9.-]{1,64})(/_history/[A-Za-z0-9.-]{1,64})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReferencePattern();
}
