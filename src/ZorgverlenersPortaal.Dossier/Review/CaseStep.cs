namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>What brings a case from one state to another. Stored by name: never rename.</summary>
public enum CaseStep
{
    /// <summary>An officer asks the doctor.</summary>
    Ask,

    /// <summary>The doctor answers.</summary>
    Answer,

    /// <summary>The doctor accounted for the emergency without being asked.</summary>
    Account,

    /// <summary>An officer judges: lawful.</summary>
    Close,

    /// <summary>An officer judges: a breach, when a second one agrees.</summary>
    ProposeBreach,

    /// <summary>A second officer agrees.</summary>
    AgreeBreach,

    /// <summary>A second officer does not agree, or the first takes it back.</summary>
    RejectBreach,

    /// <summary>An officer other than who judged opens it again.</summary>
    Reopen,
}
