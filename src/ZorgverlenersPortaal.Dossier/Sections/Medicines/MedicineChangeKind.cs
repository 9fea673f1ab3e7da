namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>How one medicine before a stay relates to one after it.</summary>
public enum MedicineChangeKind
{
    /// <summary>Not to be matched for sure; the doctor must look herself.</summary>
    Uncertain,

    /// <summary>In use after it only.</summary>
    New,

    /// <summary>In use before it only.</summary>
    Stopped,

    /// <summary>In use before and after it, written otherwise.</summary>
    Changed,

    /// <summary>In use before and after it, written alike.</summary>
    Unchanged,
}
