namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>How far a referral is.</summary>
public enum ReferralState
{
    /// <summary>No status, or one that FHIR does not know.</summary>
    Unknown,

    /// <summary>Being written, or only suggested.</summary>
    Draft,

    /// <summary>Sent; nothing was planned on it yet, as far as the EPD says.</summary>
    Requested,

    /// <summary>An appointment, operation or contact has come of it.</summary>
    InTreatment,

    /// <summary>Put off.</summary>
    OnHold,

    /// <summary>Over.</summary>
    Completed,

    /// <summary>Taken back by the sender or refused by the hospital; FHIR does not tell which.</summary>
    Revoked,

    /// <summary>The EPD asks not to refer.</summary>
    DoNotPerform,
}
