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

    /// <summary>The card is of another kind of doctor than the account.</summary>
    RoleConflict,
}
