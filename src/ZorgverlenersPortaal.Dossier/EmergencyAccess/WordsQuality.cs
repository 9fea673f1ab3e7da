using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>
/// The least that own words must be: an explanation, not a way past the field. It keeps out what says nothing; whether it is
/// true is for the officer to judge.
/// </summary>
internal static class WordsQuality
{
    public const int Longest = 2000;
    private const int LeastWords = 3;
    private const int LeastLetters = 5;

    /// <summary>What is wrong with it, or null; <paramref name="last"/> is what the same doctor wrote before.</summary>
    public static EmergencyFault? Fault(string? text, string? last, int minimum)
    {
        var words = Words(text);
        // Blanks and marks are not counted: forty dots are no explanation.
        if (words.Sum(word => word.Length) + words.Count - 1 < minimum)
        {
            return EmergencyFault.WordsTooShort;
        }
        if (text!.Length > Longest)
        {
            return EmergencyFault.WordsTooLong;
        }
        if (words.Distinct(StringComparer.Ordinal).Count() < LeastWords || words.SelectMany(word => word).Where(char.IsLetter).Distinct().Count() < LeastLetters)
        {
            return EmergencyFault.WordsEmpty;
        }
        return last is not null && words.SequenceEqual(Words(last), StringComparer.Ordinal) ? EmergencyFault.WordsRepeated : null;
    }

    /// <summary>As it is kept: lines and blanks once, nothing at either end.</summary>
    public static string Kept(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Without accents, capitals and marks, so that a comma more makes no new text.</summary>
    private static List<string> Words(string? text)
    {
        List<string> words = [];
        var word = "";
        foreach (var c in SearchFold.Fold(text ?? "") + ' ')
        {
            if (char.IsLetterOrDigit(c))
            {
                word += c;
            }
            else if (word.Length > 0)
            {
                words.Add(word);
                word = "";
            }
        }
        return words;
    }
}
