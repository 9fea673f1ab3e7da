using System.Collections;
using System.Reflection;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>
/// Keys in our own sections that no setting has (R13): a slip of the pen would otherwise leave the default in force without a
/// word. Other sections belong to the framework and are left alone.
/// </summary>
internal static class UnknownKeys
{
    /// <summary>How many letters may differ for a key to be suggested.</summary>
    private const int Near = 4;

    /// <summary>One fault for every key under the section that <paramref name="options"/> has no property for.</summary>
    public static IEnumerable<string> Of(IConfigurationSection section, Type options)
    {
        var settings = Settings(options);
        foreach (var child in section.GetChildren())
        {
            if (!settings.TryGetValue(child.Key, out var setting))
            {
                yield return $"{child.Path} is no setting; {Suggest(child.Key, settings.Keys, section.Path)}";
                continue;
            }
            foreach (var fault in Inside(child, setting.PropertyType))
            {
                yield return fault;
            }
        }
    }

    /// <summary>One fault for every section that is nearly one of ours: nothing under it would be read.</summary>
    public static IEnumerable<string> Sections(IConfiguration configuration, IReadOnlyCollection<string> ours) =>
        from section in configuration.GetChildren()
        where section.GetChildren().Any() && !ours.Contains(section.Key, StringComparer.OrdinalIgnoreCase)
        let near = Nearest(section.Key, ours)
        where near is not null
        select $"{section.Key} is no section of settings; did you mean {near}?";

    /// <summary>The nearest of the names, with the case that the documentation writes; null when none comes near.</summary>
    public static string? Nearest(string key, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: Distance(key.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(pair => pair.Distance <= Math.Min(Near, pair.Name.Length / 2))
        .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal)
        .Select(pair => pair.Name).FirstOrDefault();

    private static string Suggest(string key, IEnumerable<string> names, string section) => Nearest(key, names) is { } name
        ? $"did you mean {section}:{name}?"
        : "take it away, or see docs/configuration.md for the right one";

    private static IEnumerable<string> Inside(IConfigurationSection section, Type type)
    {
        if (typeof(IDictionary).IsAssignableFrom(type) || (type.IsGenericType && type.Name.Contains("Dictionary", StringComparison.Ordinal)))
        {
            return []; // its keys are the hospital's own
        }
        if (ElementOf(type) is { } element)
        {
            // A list: its keys are numbers (and each element may be a section itself).
            return section.GetChildren().SelectMany(child =>
                !child.Key.All(char.IsAsciiDigit) ? [$"{child.Path} is no setting; {section.Path} is a list, write {section.Path}:0, {section.Path}:1"]
                : IsSection(element) ? Of(child, element)
                : Below(child));
        }
        return IsSection(type) ? Of(section, type) : Below(section);
    }

    private static IEnumerable<string> Below(IConfigurationSection value) =>
        value.GetChildren().Select(child => $"{child.Path} is no setting; {value.Path} is one value");

    private static Dictionary<string, PropertyInfo> Settings(Type options) => options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true }).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    private static bool IsSection(Type type) => type is { IsClass: true } && type != typeof(string);

    private static Type? ElementOf(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? type.GetGenericArguments()[^1] : null;

    // Levenshtein, two rows.
    private static int Distance(string left, string right)
    {
        var before = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var now = new int[right.Length + 1];
            now[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1] + 1, before[j] + 1), before[j - 1] + change);
            }
            before = now;
        }
        return before[^1];
    }
}
