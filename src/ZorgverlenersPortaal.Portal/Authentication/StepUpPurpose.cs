namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>What a step-up is for; proof for one is none for another.</summary>
public enum StepUpPurpose
{
    /// <summary>Ending all sessions of the doctor.</summary>
    SignOutEverywhere,

    /// <summary>A new code to block one's own account with.</summary>
    NewBlockCode,

    /// <summary>One patient in an emergency.</summary>
    EmergencyAccess,

    /// <summary>Letting somebody stand in.</summary>
    NewDelegation,

    /// <summary>Taking the trail out of the portal.</summary>
    AuditExport,
}
