namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>The groups that results stand in, in the order of the page (fhir.md §1.11).</summary>
public enum ResultGroup
{
    /// <summary>Klinische chemie, with haematology and toxicology.</summary>
    ClinicalChemistry,

    /// <summary>Microbiologie, with serology and virology.</summary>
    Microbiology,

    /// <summary>Pathologie.</summary>
    Pathology,

    /// <summary>Radiologie.</summary>
    Radiology,

    /// <summary>Nucleair.</summary>
    Nuclear,

    /// <summary>Overig: whatever the hospital's codes do not say; never hidden.</summary>
    Other,
}
