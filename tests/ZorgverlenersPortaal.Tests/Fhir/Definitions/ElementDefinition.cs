namespace ZorgverlenersPortaal.Tests.Fhir.Definitions;

/// <summary>
/// One element of an R4 StructureDefinition under its JSON name; value[x] is one of these for each allowed type.
/// Choice is then its path ("Condition.onset[x]"), else null. SameAs is the path whose content it repeats, or null.
/// </summary>
internal sealed record ElementDefinition(string Path, string JsonName, string Type, bool IsList, bool IsModifier)
{
    public string? Choice { get; init; }

    public string? SameAs { get; init; }

    /// <summary>True for a status that can say "recorded by mistake".</summary>
    public bool CanBeError { get; init; }
}
