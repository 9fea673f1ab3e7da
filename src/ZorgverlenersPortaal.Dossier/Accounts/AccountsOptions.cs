namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>How the portal office works; section <c>Accounts</c>.</summary>
public sealed class AccountsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Accounts";

    /// <summary>Two different administrators approve a request.</summary>
    public bool FourEyes { get; set; }

    /// <summary>Months after which an account must be confirmed again, else nobody signs in with it.</summary>
    public int ReconfirmMonths { get; set; } = 12;

    /// <summary>Days before that at which the account stands on the list of those due soon.</summary>
    public int DueSoonDays { get; set; } = 30;

    /// <summary>Days after the last look at which the portal forgets what a doctor has seen of a patient (docs/adr/0035).</summary>
    public int SeenDays { get; set; } = 90;

    /// <summary>Patients opened last that the list shows apart; 0: none (docs/adr/0034).</summary>
    public int RecentPatients { get; set; } = 5;

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (ReconfirmMonths is not (>= 1 and <= 36))
        {
            yield return "Accounts:ReconfirmMonths must lie between 1 and 36";
        }
        if (DueSoonDays is not (>= 0 and <= 365))
        {
            yield return "Accounts:DueSoonDays must lie between 0 and 365";
        }
        if (SeenDays is not (>= 1 and <= 365))
        {
            yield return "Accounts:SeenDays must lie between 1 and 365";
        }
        if (RecentPatients is not (>= 0 and <= 20))
        {
            yield return "Accounts:RecentPatients must lie between 0 and 20";
        }
    }

    /// <summary>Until when an account counts as confirmed.</summary>
    public DateTimeOffset ConfirmedUntil(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.ConfirmedAt == default ? default : account.ConfirmedAt.AddMonths(ReconfirmMonths);
    }
}
