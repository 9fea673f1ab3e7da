namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>How many accounts there are of each state.</summary>
public sealed record AccountCounts(int Active, int Blocked, int ConfirmationPassed)
{
    /// <summary>All of them.</summary>
    public int Total => Active + Blocked + ConfirmationPassed;
}
