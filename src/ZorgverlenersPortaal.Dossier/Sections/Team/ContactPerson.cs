namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>Someone of the patient's own: a contact person, relative or legal representative.</summary>
public sealed record ContactPerson
{
    /// <summary>Where it stands in the EPD, as <c>Type/id/version</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Name, or "naam niet vastgelegd"; only "Contactpersoon" when <see cref="IsNotUnderstood"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Role and relation in the EPD's words, e.g. "Eerste relatie/contactpersoon, Dochter".</summary>
    public string? Relationship { get; init; }

    /// <summary>The EPD calls this one the first to be called.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Telephone numbers that are in use, mobile first.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>No longer who they were to the patient.</summary>
    public bool IsFormer { get; init; }

    /// <summary>Cannot be shown safely (R10).</summary>
    public bool IsNotUnderstood { get; init; }
}
