namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>Who did something to a delegation.</summary>
public enum DelegationSide
{
    /// <summary>The doctor whose patients it covers.</summary>
    Giver,

    /// <summary>Who stands in, or a member of the practice that does.</summary>
    Receiver,

    /// <summary>The portal office.</summary>
    Office,
}
