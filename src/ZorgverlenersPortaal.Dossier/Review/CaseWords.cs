using System.Security.Cryptography;
using System.Text;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>Questions, answers and reasons: plain text of a bounded length. The trail holds their hash only, for they may be clinical (R5).</summary>
internal static class CaseWords
{
    public const int Shortest = 10;
    public const int Longest = 2000;

    /// <summary>As it is kept, or null when it may not be: lines stay, blanks at either end go.</summary>
    public static string? Kept(string? text)
    {
        var kept = text?.ReplaceLineEndings("\n").Trim();
        return kept is { Length: >= Shortest and <= Longest } && !kept.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) ? kept : null;
    }

    public static string? Hash(string? text) => text is null ? null : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
