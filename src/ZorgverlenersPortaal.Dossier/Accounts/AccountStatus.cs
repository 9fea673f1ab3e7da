namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>May this account sign in?</summary>
public enum AccountStatus
{
    /// <summary>Yes.</summary>
    Active,

    /// <summary>No; the portal office blocked it.</summary>
    Blocked,
}
