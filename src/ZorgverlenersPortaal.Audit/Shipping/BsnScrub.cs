using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>
/// Takes BSNs out of text (R6): those of the record's own patients wherever they stand, and every other nine digits that a BSN could
/// be by its check (elfproef). In their place comes the keyed hash, so that the text can still be told from another.
/// </summary>
internal sealed partial class BsnScrub(BsnKey key, IReadOnlyList<AuditPatient> patients)
{
    private readonly string[] _known = [.. patients.Select(patient => patient.Bsn).OfType<string>().Where(bsn => bsn.Length >= 8).Distinct(StringComparer.Ordinal)];

    /// <summary>For what people or an EPD may have written.</summary>
    public string Words(string text) => MaybeBsn().Replace(Code(text), match =>
    {
        var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
        return IsBsn(digits) ? Mark(digits) : match.Value;
    });

    /// <summary>For numbers that have nine digits of their own, as a UZI number, or none that mean anything, as a serial number.</summary>
    public string Code(string text)
    {
        foreach (var bsn in _known)
        {
            text = text.Replace(bsn, Mark(bsn), StringComparison.Ordinal);
            if (bsn[0] == '0' && bsn.Length == 9)
            {
                text = text.Replace(bsn[1..], Mark(bsn), StringComparison.Ordinal);
            }
        }

        return text;
    }

    /// <summary>In letters: digits of a hash would be taken for a number again.</summary>
    private string Mark(string bsn) => $"[bsn:{string.Concat(key.Hash(bsn)[..16].Select(hex => (char)('a' + Convert.ToInt32(hex.ToString(), 16))))}]";

    private static bool IsBsn(string digits)
    {
        var sum = -(digits[8] - '0');
        for (var i = 0; i < 8; i++)
        {
            sum += (9 - i) * (digits[i] - '0');
        }

        return sum % 11 == 0;
    }

    [GeneratedRegex("(?<![0-9])[0-9](?:[ .-]?[0-9]){8}(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MaybeBsn();
}
