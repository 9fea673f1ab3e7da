using System.Globalization;
using Dapper;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>A list of values in a statement. Dapper's own list is an array for PostgreSQL, which its IN does not take.</summary>
internal static class SqlList
{
    /// <summary>Adds the values, at least one, as parameters and gives the list of their names, e.g. <c>(@id0, @id1)</c>.</summary>
    public static string Of(string name, IEnumerable<string> values, DynamicParameters parameters)
    {
        List<string> names = [];
        foreach (var value in values)
        {
            names.Add(string.Create(CultureInfo.InvariantCulture, $"@{name}{names.Count}"));
            parameters.Add(names[^1], value);
        }
        return $"({string.Join(", ", names)})";
    }
}
