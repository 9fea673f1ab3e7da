namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>What can be done to a delegation that was given.</summary>
internal enum DelegationStep
{
    /// <summary>By who stands in.</summary>
    Accept,

    /// <summary>By who stands in before accepting, or by the office before approving.</summary>
    Refuse,

    /// <summary>By the office, where the hospital asks it.</summary>
    Approve,

    /// <summary>By the giver, yearly.</summary>
    Reconfirm,

    /// <summary>By either side or the office, at any time.</summary>
    End,
}
