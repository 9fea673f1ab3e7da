namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>How a change of a delegation ended. Anything but <see cref="Done"/> changed nothing; that it was tried is recorded.</summary>
public enum DelegationOutcome
{
    /// <summary>Recorded and in force on every node.</summary>
    Done,

    /// <summary>There is none of this id, or it is not this person's to change: one answer for both (R16).</summary>
    NotThere,

    /// <summary>It is no longer in the state the page showed: somebody else was first, or it ended.</summary>
    WrongState,
}
