namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>How an account stands, as the office looks for it.</summary>
public enum AccountState
{
    /// <summary>May sign in.</summary>
    Active,

    /// <summary>Blocked by the office or by the doctor.</summary>
    Blocked,

    /// <summary>Not blocked, but its yearly confirmation is past due, so nobody signs in with it.</summary>
    ConfirmationPassed,
}
