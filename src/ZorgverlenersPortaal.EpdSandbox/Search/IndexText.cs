using System.Globalization;
using System.Text;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>The text forms the index compares: folded names, numbers and instants.</summary>
internal static class IndexText
{
    /// <summary>Lower case without accents, spaces single: FHIR string search is insensitive to both.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(sign));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number, or 1 where it is none: a loaded resource may carry any text as its version.</summary>
    public static long ParseNumber(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    public static string Instant(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
