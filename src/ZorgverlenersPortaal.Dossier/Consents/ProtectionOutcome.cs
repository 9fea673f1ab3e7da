namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>How a change of the hospital's list ended. Anything but <see cref="Done"/> changed and recorded nothing.</summary>
public enum ProtectionOutcome
{
    /// <summary>Recorded and in force.</summary>
    Done,

    /// <summary>There is no such entry.</summary>
    NotThere,

    /// <summary>The entry has ended already.</summary>
    WrongState,

    /// <summary>Neither an id nor a BSN says who it is.</summary>
    PatientMissing,

    /// <summary>The id is not one that FHIR knows: letters, digits, hyphens and dots, at most 64.</summary>
    WrongId,

    /// <summary>Only a patient's own objection can be against one doctor.</summary>
    AgainstOnlyByWish,

    /// <summary>The last day lies in the past.</summary>
    WrongDay,

    /// <summary>A reason is asked, of at most 500 characters.</summary>
    ReasonMissing,
}
