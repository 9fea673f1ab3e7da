using System.Globalization;
using System.Text;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// One fault that is switched on: its kind, its number (milliseconds or status) and the type it is kept to (null: all).
/// </summary>
internal sealed record Fault(FaultKind Kind, int Number = 0, string? Type = null)
{
    public static readonly Fault None = new(FaultKind.None);

    public int SlowMilliseconds => Kind == FaultKind.Slow ? Number : 0;

    /// <summary>
    /// Reads "down503", "slow:1500" or "status:429"; throws <see cref="FormatException"/> naming the kinds there are.
    /// </summary>
    public static Fault Parse(string kind, string? type)
    {
        var parts = kind.Split(':');
        var number = 0;
        var numbered = parts[0] is "slow" or "status";
        return
            Enum.TryParse<FaultKind>(parts[0], ignoreCase: true, out var read)
            && char.IsAsciiLetter(parts[0][0])
            && (
                numbered
                    ? parts.Length == 2
                        && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number)
                    : parts.Length == 1)
            && (read != FaultKind.Status || number is >= 400 and <= 599)
            ? new Fault(read, number, type)
            : throw new FormatException(
                "kind must be one of none, down503, status:NNN, html200, outcome200, hang, slow:MS, truncate, "
                    + "stranger, wrongbinary, fakepdf, foreignnext, expiredpages");
    }

    /// <summary>The answer that comes instead of the EPD's; null where the EPD itself answers.</summary>
    public FhirAnswer? Instead() =>
        Kind switch
        {
            FaultKind.Down503 => OperationOutcomes.Answer(503, "transient", "the EPD is down (fault)") with
            {
                RetryAfter = 2,
            },
            FaultKind.Status => OperationOutcomes.Answer(Number, "exception", "the EPD refuses (fault)") with
            {
                RetryAfter = Number == 429 ? 1 : null,
            },
            FaultKind.Html200 => new FhirAnswer(
                200,
                Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><h1>Onderhoud</h1></body></html>"))
            {
                ContentType = "text/html; charset=utf-8",
            },
            FaultKind.Outcome200 => new FhirAnswer(
                200,
                OperationOutcomes.Json("error", "exception", "the EPD failed but says 200 (fault)")),
            FaultKind.None
            or FaultKind.Hang
            or FaultKind.Slow
            or FaultKind.Truncate
            or FaultKind.Stranger
            or FaultKind.WrongBinary
            or FaultKind.FakePdf
            or FaultKind.ForeignNext
            or FaultKind.ExpiredPages => null,
        };
}
