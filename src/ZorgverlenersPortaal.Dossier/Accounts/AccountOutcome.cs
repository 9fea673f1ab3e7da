namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>How a change of an account ended. Anything but <see cref="Done"/> changed and recorded nothing.</summary>
public enum AccountOutcome
{
    /// <summary>Recorded and in force.</summary>
    Done,

    /// <summary>Recorded; a second administrator must approve as well (<see cref="AccountsOptions.FourEyes"/>).</summary>
    SecondApprovalNeeded,

    /// <summary>There is no such account or request.</summary>
    NotThere,

    /// <summary>There is an account for this UZI number already.</summary>
    AlreadyThere,

    /// <summary>Another account has this personal AGB code, or has it as the code of its practice.</summary>
    AgbInUse,

    /// <summary>With four eyes an account starts as a request, which a second administrator approves.</summary>
    RequestNeeded,

    /// <summary>Nobody changes the own account or approves the own request.</summary>
    OwnAccount,

    /// <summary>With four eyes the second administrator is another person than the first.</summary>
    SameAdministrator,

    /// <summary>The account or request is no longer in the state the page showed.</summary>
    WrongState,

    /// <summary>Approving asks for the check of the BIG register.</summary>
    BigNotChecked,

    /// <summary>A reason or question is asked, of at most 500 characters.</summary>
    ReasonMissing,

    /// <summary>A doctor needs a role, a practice manager the practice's AGB code; staff has no role, no AGB code and is not confirmed as a physician.</summary>
    FunctionConflict,
}
