namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>How far an operation or other procedure is.</summary>
public enum OperationState
{
    /// <summary>No status, or one that FHIR does not know.</summary>
    Unknown,

    /// <summary>Ordered.</summary>
    Planned,

    /// <summary>Suggested or intended; nobody has ordered it.</summary>
    Proposed,

    /// <summary>Being prepared.</summary>
    Preparing,

    /// <summary>Going on.</summary>
    InProgress,

    /// <summary>Put off.</summary>
    OnHold,

    /// <summary>Took place.</summary>
    Done,

    /// <summary>Broken off before its end.</summary>
    Stopped,

    /// <summary>Did not take place.</summary>
    NotDone,

    /// <summary>The order was taken back.</summary>
    Revoked,

    /// <summary>The EPD asks not to do it: never a plan.</summary>
    DoNotPerform,
}
