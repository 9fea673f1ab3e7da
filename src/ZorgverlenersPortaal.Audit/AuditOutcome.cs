namespace ZorgverlenersPortaal.Audit;

/// <summary>How the act ended; the numbers are the EventOutcomeIndicator of NEN 7513 and DICOM PS3.15.</summary>
public enum AuditOutcome
{
    /// <summary>It was done.</summary>
    Success = 0,

    /// <summary>It was refused: a minor failure, nothing was shown or changed.</summary>
    Refused = 4,

    /// <summary>It went wrong: a serious failure, nothing was shown or changed.</summary>
    Failed = 8,
}
