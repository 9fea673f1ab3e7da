using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>
/// Surnames made comparable: the last word of each part of a double name, without accents, capitals and prefixes. Coarse on purpose: it
/// only makes a person look again.
/// </summary>
internal static class SurnameKeys
{
    /// <summary>"J. van Dam-de Vriés" gives dam and vries.</summary>
    public static IEnumerable<string> Of(string name) => name.Split('-', StringSplitOptions.TrimEntries)
        .Select(part => part.Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries).LastOrDefault())
        .Where(word => word is { Length: > 1 } && word.All(c => char.IsLetter(c) || c is '\'' or '’'))
        .Select(word => SearchFold.Fold(word!));
}
