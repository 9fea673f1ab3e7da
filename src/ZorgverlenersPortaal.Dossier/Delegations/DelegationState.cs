namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>How a delegation stands at one moment; only one that is in force opens anything.</summary>
public enum DelegationState
{
    /// <summary>Accepted by both, approved where that is asked, begun, not ended, within its shifts, and the giver is active.</summary>
    InForce,

    /// <summary>The receiver has not accepted yet.</summary>
    AwaitingAcceptance,

    /// <summary>The portal office has not approved yet.</summary>
    AwaitingApproval,

    /// <summary>It begins later.</summary>
    NotYet,

    /// <summary>In force, but not at this hour.</summary>
    OutsideShift,

    /// <summary>The giver may not look herself now: blocked, not confirmed, or without AGB code.</summary>
    GiverInactive,

    /// <summary>Its last day is over.</summary>
    Ended,

    /// <summary>One of the two, or the office, ended or refused it.</summary>
    Withdrawn,
}
