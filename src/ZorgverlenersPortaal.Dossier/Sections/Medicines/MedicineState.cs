namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>How it stands with a medicine; <see cref="MedicineStates.Text"/> in Dutch.</summary>
public enum MedicineState
{
    /// <summary>The EPD does not say, or says what the portal does not know.</summary>
    Unknown,

    /// <summary>Agreed or said to be in use now.</summary>
    InUse,

    /// <summary>Agreed, to begin later.</summary>
    Planned,

    /// <summary>Suggested or being written; nobody has agreed on it.</summary>
    Proposed,

    /// <summary>Put off for a time.</summary>
    Interrupted,

    /// <summary>Stopped, or to be stopped on a day.</summary>
    Stopped,

    /// <summary>Its time is over, or it is completed.</summary>
    Ended,

    /// <summary>Taken back before it began.</summary>
    Cancelled,

    /// <summary>The patient is said not to use it.</summary>
    NotTaken,

    /// <summary>The EPD asks not to give it: never a medicine in use.</summary>
    DoNotGive,

    /// <summary>Administered.</summary>
    Given,

    /// <summary>Being administered.</summary>
    BeingGiven,

    /// <summary>Not administered.</summary>
    NotGiven,

    /// <summary>To be supplied.</summary>
    ToSupply,

    /// <summary>Supplied.</summary>
    Supplied,

    /// <summary>Not supplied.</summary>
    NotSupplied,
}
