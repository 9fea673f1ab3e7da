using System.Globalization;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Names as Dutch lists show them: surname first, prefix last, initials (ui.md §7).</summary>
internal static class PersonNames
{
    /// <summary>"Velden-Bakker, J.M. van der"; the name as written when its parts are not known.</summary>
    public static string ForList(IReadOnlyList<HumanName> names)
    {
        var name = Official(names);
        if (name is null)
        {
            return "naam onbekend";
        }
        // Partner's name first or not is the person's choice; the family text holds that choice, its prefix goes to the back.
        var prefix = name.PartnerName is not null && name.Family?.StartsWith(name.PartnerPrefix + " " + name.PartnerName, StringComparison.Ordinal) == true
            ? name.PartnerPrefix
            : name.OwnPrefix;
        var family = prefix is { Length: > 0 } && name.Family?.StartsWith(prefix + " ", StringComparison.Ordinal) == true
            ? name.Family[(prefix.Length + 1)..]
            : name.Family;
        if (family is null)
        {
            return name.Text ?? name.Show ?? "naam onbekend";
        }
        var back = family == name.Family ? null : prefix;
        var front = name.Initials ?? Initials(name.Given);
        return string.Join(' ', new[] { family + (front is null && back is null ? "" : ","), front, back }.Where(p => !string.IsNullOrEmpty(p)));
    }

    /// <summary>The first name she is called by, if the EPD knows one.</summary>
    public static string? CallName(IReadOnlyList<HumanName> names) =>
        names.FirstOrDefault(n => n.Use == "usual")?.Given.FirstOrDefault(g => !g.EndsWith('.'))
        ?? Official(names)?.Given.FirstOrDefault(g => !g.EndsWith('.'));

    /// <summary>The official name; old and temporary ones only when there is nothing else.</summary>
    private static HumanName? Official(IReadOnlyList<HumanName> names) => names
        .OrderBy(n => n.Use switch { "official" => 0, null => 1, "usual" => 2, _ => 3 })
        .FirstOrDefault(n => n.Family is not null || n.Text is not null);

    private static string? Initials(IReadOnlyList<string> given) =>
        given.Count == 0 ? null : string.Concat(given.Select(g => g.EndsWith('.') ? g : StringInfo.GetNextTextElement(g) + "."));
}
