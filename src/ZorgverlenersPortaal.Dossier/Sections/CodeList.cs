using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Codes as the configuration writes them: <c>system|code</c>.</summary>
internal sealed class CodeList(IEnumerable<string> codes)
{
    private readonly HashSet<(string? System, string? Code)> _codes = [.. codes.Where(c => c.Contains('|', StringComparison.Ordinal)).Select(Pair)];

    /// <summary>All of them as one token search value.</summary>
    public string Token => string.Join(',', _codes.Select(c => $"{c.System}|{c.Code}").Order(StringComparer.Ordinal));

    public bool Has(CodeableConcept? concept)
    {
        foreach (var coding in concept?.Codings ?? [])
        {
            if (_codes.Contains((coding.System, coding.Code)))
            {
                return true;
            }
        }
        return false;
    }

    public bool HasAny(IEnumerable<CodeableConcept?> concepts) => concepts.Any(Has);

    /// <summary>The faults of a configured list, under its key.</summary>
    public static IEnumerable<string> Faults(string key, IEnumerable<string> codes) => codes
        .Where(c => !IsCode(c))
        .Select(c => $"{key}: '{c}' is no code; write system|code, e.g. http://snomed.info/sct|387713003");

    private static (string?, string?) Pair(string code)
    {
        var bar = code.IndexOf('|', StringComparison.Ordinal);
        return (code[..bar], code[(bar + 1)..]);
    }

    private static bool IsCode(string text)
    {
        var parts = text.Split('|');
        // A comma would end the value in a search.
        return parts is [{ Length: > 0 }, { Length: > 0 }] && !text.Any(c => char.IsWhiteSpace(c) || c is ',' or '\\' or '$')
            && Uri.TryCreate(parts[0], UriKind.Absolute, out _);
    }
}
