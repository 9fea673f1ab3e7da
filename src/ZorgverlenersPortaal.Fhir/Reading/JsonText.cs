using System.Globalization;
using System.Text.Unicode;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// Tells beforehand whether a JSON string can become a .NET string: asking by exception would let a hostile answer cost
/// seconds.
/// </summary>
internal static class JsonText
{
    /// <summary>
    /// True for valid UTF-8 without half surrogate pairs in <c>\u</c> escapes. The escapes themselves are known to be
    /// well-formed.
    /// </summary>
    public static bool IsSound(ReadOnlySpan<byte> raw, bool isEscaped) =>
        Utf8.IsValid(raw) && (!isEscaped || HasWholePairs(raw));

    private static bool HasWholePairs(ReadOnlySpan<byte> raw)
    {
        var awaitsLow = false;
        while (raw.IndexOf((byte)'\\') is var at and >= 0)
        {
            if (awaitsLow && at > 0)
            {
                return false;
            }
            var unit = UnitAt(raw[at..]);
            if (awaitsLow != char.IsLowSurrogate(unit))
            {
                return false;
            }
            awaitsLow = char.IsHighSurrogate(unit);
            raw = raw[(at + (raw[at + 1] == (byte)'u' ? 6 : 2))..];
        }
        return !awaitsLow;
    }

    /// <summary>
    /// The UTF-16 unit of a <c>\u</c> escape; zero for the short escapes, which are never half of a pair.
    /// </summary>
    private static char UnitAt(ReadOnlySpan<byte> escape) =>
        escape[1] == (byte)'u'
            ? (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : '\0';
}
