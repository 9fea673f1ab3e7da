namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A judged reference. Type, Id and Version belong to <see cref="ReferenceKind.Resource"/>; Contained has only Id; Urn
/// has the urn in Id;
/// IdentifierOnly has the Type when the EPD tells it.
/// </summary>
public sealed record ResolvedReference(ReferenceKind Kind, string? Type = null, string? Id = null, string? Version = null)
{
    /// <summary>"Type/id", or null when this is not a resource of the EPD.</summary>
    public string? Reference => Kind == ReferenceKind.Resource ? $"{Type}/{Id}" : null;
}
