using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>
/// Compares a typed surname with those of a patient: without accents, capitals and marks, with or without the prefix, the
/// own name, the partner's, or both. Never a part of a name.
/// </summary>
internal static class Surnames
{
    private const int LongestWithPrefixes = 40;

    private static readonly HashSet<string> _prefixes = new(StringComparer.Ordinal)
    {
        "van", "de", "den", "der", "het", "t", "te", "ten", "ter", "op", "in", "aan", "bij", "uit", "over", "onder", "voor", "tot", "s", "d", "el", "al", "la", "le", "du", "von", "zu", "da", "dos", "del", "della", "di",
    };

    /// <summary>Prefixes as they are written before a name; what an EPD keeps in the name a search by its beginning does not pass over.</summary>
    private static readonly IReadOnlyList<string> _written =
    [
        "van", "van de", "van den", "van der", "van het", "van 't", "de", "den", "der", "het", "'t", "te", "ten", "ter", "in de", "in den", "in 't", "op de", "op den", "op 't",
        "aan de", "aan den", "aan 't", "bij de", "bij 't", "uit de", "uit den", "uit 't", "over de", "onder de", "voor de", "von", "du", "le", "la", "el", "al", "da", "dos", "del", "di",
    ];

    /// <summary>There is something to compare.</summary>
    public static bool HasLetters(string text) => Parts(text).Count > 0;

    /// <summary>Is this one of her surnames?</summary>
    public static bool Match(string typed, Patient patient)
    {
        var asked = Parts(typed);
        return asked.Count > 0 && patient.Names.Where(name => name.Use is not "old").SelectMany(Written).Select(Parts)
            .Any(known => known.Count > 0 && (known.SequenceEqual(asked, StringComparer.Ordinal) || Bare(known).SequenceEqual(Bare(asked), StringComparer.Ordinal)));
    }

    /// <summary>
    /// What to ask the EPD for: as typed, without its prefix, and with each usual one. An EPD keeps the prefix in the name or apart,
    /// and people type it, another, or none. One question whatever was typed and whoever is found (R16); <see cref="Match"/> judges.
    /// </summary>
    public static IReadOnlyList<string> Asked(string typed)
    {
        var whole = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var words = whole.Split(' ');
        var bare = string.Join(' ', words.SkipWhile((word, i) => i < words.Length - 1 && Parts(word).All(_prefixes.Contains)));
        // A name this long with every prefix is more than an address holds.
        var prefixes = bare.Length <= LongestWithPrefixes ? _written : [];
        return [.. new[] { whole, bare }.Concat(prefixes.Select(prefix => $"{prefix} {bare}")).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<string> Written(HumanName name)
    {
        if (name.Family is { } family)
        {
            yield return family;
            if (name.OwnPrefix is { } prefix)
            {
                yield return prefix + " " + family;
            }
        }
        foreach (var (prefix, part) in new[] { (name.OwnPrefix, name.OwnName), (name.PartnerPrefix, name.PartnerName) })
        {
            if (part is not null)
            {
                yield return prefix + " " + part;
            }
        }
    }

    private static List<string> Bare(List<string> parts) => [.. parts.SkipWhile((part, i) => i < parts.Count - 1 && _prefixes.Contains(part))];

    private static List<string> Parts(string text)
    {
        var plain = string.Concat(SearchFold.Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        return [.. plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
