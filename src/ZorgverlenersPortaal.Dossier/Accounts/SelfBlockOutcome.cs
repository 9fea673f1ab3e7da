namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>What somebody who blocks an account by code is told.</summary>
public enum SelfBlockOutcome
{
    /// <summary>The account is blocked and its sessions are over.</summary>
    Blocked,

    /// <summary>No account, no code, or another code: not told which (R16).</summary>
    NotBlocked,

    /// <summary>Too many tries from this address or for this number; nothing was looked at.</summary>
    TooManyAttempts,
}
