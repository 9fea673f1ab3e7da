namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>How a step with a case ended. Anything but <see cref="Done"/> changed and recorded nothing.</summary>
public enum CaseOutcome
{
    /// <summary>Recorded.</summary>
    Done,

    /// <summary>There is no such case for who asks.</summary>
    NotThere,

    /// <summary>Another step was taken since the page was shown.</summary>
    WrongState,

    /// <summary>It is about what this officer did herself.</summary>
    OwnLook,

    /// <summary>This officer said that she knows the patient or the doctor.</summary>
    Known,

    /// <summary>A second officer is needed.</summary>
    SameOfficer,

    /// <summary>Words are asked, of 10 to 2000 characters without control characters.</summary>
    WordsWrong,

    /// <summary>No verdict was chosen that fits the step.</summary>
    VerdictMissing,

    /// <summary>Whole minutes from 1 to 9999 are asked.</summary>
    MinutesWrong,

    /// <summary>Whom it is about cannot sign in to answer.</summary>
    NoDoctor,
}
