namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>How a step with the matrix ended. Anything but <see cref="Done"/> changed and recorded nothing.</summary>
public enum RoleMatrixOutcome
{
    /// <summary>Recorded.</summary>
    Done,

    /// <summary>There is no such version.</summary>
    NotThere,

    /// <summary>Another step was taken since the page was shown.</summary>
    WrongState,

    /// <summary>A proposal is waiting already; one at a time.</summary>
    AlreadyProposed,

    /// <summary>Two different administrators with a card are needed.</summary>
    SameAdministrator,

    /// <summary>It takes banner, treatment directives or allergies from a basis that opens the patient (R7).</summary>
    DirectivesWithheld,

    /// <summary>No cell differs from the version before.</summary>
    NothingChanged,

    /// <summary>The first day lies in the past, before the version before, or more than two years ahead.</summary>
    WrongDay,

    /// <summary>A reason is asked, of at most 500 characters.</summary>
    ReasonMissing,
}
