using System.Globalization;
using System.Text;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Text made ready to look words up in, whatever their case, accents or ligatures.</summary>
internal static class FoldedText
{
    /// <summary>Without accents and case; the same for "Patiënt", "PATIENT" and a PDF that writes its accents apart.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var unit in Valid(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(unit) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                folded.Append(char.IsWhiteSpace(unit) ? ' ' : char.ToLowerInvariant(unit));
            }
        }
        return folded.ToString();
    }

    /// <summary>The words that were asked for, each once.</summary>
    public static IReadOnlyList<string> Words(string asked) =>
        [.. Of(asked).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Half a surrogate pair cannot be normalised.</summary>
    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
