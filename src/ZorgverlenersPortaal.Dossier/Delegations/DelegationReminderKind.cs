namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>What a doctor has to be told about a delegation.</summary>
public enum DelegationReminderKind
{
    /// <summary>Somebody asks her to stand in.</summary>
    AcceptanceAsked,

    /// <summary>It ends soon.</summary>
    EndsSoon,

    /// <summary>She must confirm again, or it stops (or has stopped).</summary>
    ReconfirmationDue,
}
