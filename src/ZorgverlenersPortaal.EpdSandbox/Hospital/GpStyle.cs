namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>The ways in which EPDs write who the general practitioner is (fhir.md §1.3).</summary>
internal enum GpStyle
{
    /// <summary>A reference to the PractitionerRole, as nl-core wants it.</summary>
    Role,

    /// <summary>A reference to the Practitioner.</summary>
    Practitioner,

    /// <summary>Only an identifier (the AGB) and a name, no reference.</summary>
    Identifier,

    /// <summary>A reference to the practice.</summary>
    Organization,
}
