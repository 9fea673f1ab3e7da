using System.Globalization;
using System.Text;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>Makes text from a stranger's certificate safe for one line of a log.</summary>
internal static class LogText
{
    private const int Limit = 256;

    /// <summary>At most 256 characters; whatever could break or forge a line is written as \uXXXX.</summary>
    public static string Encode(string text)
    {
        var line = new StringBuilder(Limit);
        foreach (var c in text)
        {
            var piece = IsPlain(c) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            if (line.Length + piece.Length > Limit - 1)
            {
                line.Append('…');
                break;
            }

            line.Append(piece);
        }

        return line.ToString();
    }

    /// <summary>Text for people: control and direction characters gone, trimmed, at most 256 characters.</summary>
    public static string Display(string? text)
    {
        var shown = string.Concat((text ?? "").Take(Limit).Where(IsPlain));
        return shown.Trim();
    }

    // Surrogates too: CIBG writes Latin-1 only (CPS §3.1.4), and half a pair would break the line's encoding.
    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
