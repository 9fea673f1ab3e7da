using System.Buffers;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>A code of a code system, written <c>system|code</c> in settings and in searches.</summary>
internal sealed record ResultCode(string System, string Code)
{
    private static readonly SearchValues<char> _separators = SearchValues.Create(" \t\r\n,$\\");

    /// <summary>Null for anything that could not stand in a search: no system or code, white space, or FHIR's own separators.</summary>
    public static ResultCode? TryRead(string? text)
    {
        var parts = text?.Split('|') ?? [];
        return parts is [{ Length: > 0 } system, { Length: > 0 } code] && !text.AsSpan().ContainsAny(_separators) ? new(system, code) : null;
    }

    public bool IsIn(IEnumerable<CodeableConcept> concepts) => concepts.Any(c => c.Has(System, Code));

    public override string ToString() => $"{System}|{Code}";
}
