using System.Reflection;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>
/// The numbered scripts, in their order. They are written for SQLite and only go forward; for PostgreSQL four words of them are said
/// otherwise (docs/adr/0042), so that the two can never have different tables.
/// </summary>
internal static class SchemaScripts
{
    /// <summary>
    /// What SQLite gets as a function of the connection (<c>SearchFold</c>): without accents and capitals. ICU, because a database
    /// may have a locale that knows the capitals of A to Z only.
    /// </summary>
    public const string PostgreSqlFunctions = """
        CREATE OR REPLACE FUNCTION fold(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
          lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "und-x-icu")
        """;

    /// <summary>As SQLite runs them.</summary>
    public static IReadOnlyList<string> Sqlite { get; } = [.. Read()];

    /// <summary>As PostgreSQL runs them.</summary>
    public static IReadOnlyList<string> PostgreSql { get; } = [.. Sqlite.Select(Translate)];

    private static string Translate(string script) => script
        .Replace("INTEGER PRIMARY KEY AUTOINCREMENT", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", StringComparison.Ordinal)
        .Replace(" INTEGER ", " BIGINT ", StringComparison.Ordinal)
        .Replace(" BLOB ", " BYTEA ", StringComparison.Ordinal)
        // Texts compare by their bytes, as they do in SQLite: times and numbers are sorted by it.
        .Replace(" TEXT ", " TEXT COLLATE \"C\" ", StringComparison.Ordinal);

    private static IEnumerable<string> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
