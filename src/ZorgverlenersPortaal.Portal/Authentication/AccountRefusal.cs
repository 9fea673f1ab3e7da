namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Why a good card may still not sign in: the account.</summary>
public enum AccountRefusal
{
    /// <summary>No account for this UZI number.</summary>
    NoAccount,

    /// <summary>The office blocked the account.</summary>
    Blocked,

    /// <summary>The account has no AGB code.</summary>
    NoAgb,

    /// <summary>The card carries another AGB code than the account.</summary>
    AgbConflict,

    /// <summary>A medewerkerpas without a staff account: the same words as of any employee card.</summary>
    EmployeeCard,

    /// <summary>The card says only "arts" (01.000), and the office did not confirm what kind of doctor this is.</summary>
    RoleNotConfirmed,

    /// <summary>The office found that this doctor is in training.</summary>
    InTraining,

    /// <summary>The yearly confirmation of the account is past due.</summary>
    ConfirmationPassed,

    /// <summary>The card is of another kind of doctor than the account.</summary>
    RoleConflict,
}
