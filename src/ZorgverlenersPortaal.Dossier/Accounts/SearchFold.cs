using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Names as people look for them: "ozturk" finds Öztürk. SQLite by itself knows capitals of A to Z only.</summary>
internal static class SearchFold
{
    /// <summary>Without accents and capitals.</summary>
    public static string Fold(string text)
    {
        var plain = new StringBuilder(text.Length);
        // Half a surrogate pair cannot be normalised: what a form holds may be no text at all.
        foreach (var c in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }

    /// <summary>Gives a connection of SQLite the function <c>fold</c>; PostgreSQL has it among the tables.</summary>
    public static void AddTo(DbConnection connection) =>
        (connection as SqliteConnection)?.CreateFunction("fold", static (string? text) => text is null ? null : Fold(text), isDeterministic: true);
}
