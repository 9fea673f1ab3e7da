namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>What the hospital allows when doctors stand in for each other; section <c>Delegations</c>.</summary>
public sealed class DelegationOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Delegations";

    private const int LongestDays = 3660;

    /// <summary>Days that one delegation may last, the first and the last day included.</summary>
    public int MaximumDays { get; set; } = 365;

    /// <summary>The portal office approves each one before it opens anything; also those that run already.</summary>
    public bool OfficeApproves { get; set; }

    /// <summary>Days before the end at which both are reminded; the last one is said more urgently.</summary>
    public IList<int> ReminderDays { get; init; } = [];

    /// <summary>Months after which the giver must confirm a delegation again, else it stops.</summary>
    public int ReconfirmMonths { get; set; } = 12;

    /// <summary>The hospital's rule on own practices (DESIGN §7) is on, so that a practice AGB may be handed over.</summary>
    public bool OwnPractice { get; internal set; }

    /// <summary>Days before the end from which one is reminded.</summary>
    internal int RemindFrom => Reminders.Max();

    /// <summary>Days before the end from which it is said urgently.</summary>
    internal int UrgentFrom => Reminders.Min();

    private IEnumerable<int> Reminders => ReminderDays.Count > 0 ? ReminderDays : [14, 2];

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (MaximumDays is not (>= 1 and <= LongestDays))
        {
            yield return $"Delegations:MaximumDays must lie between 1 and {LongestDays}";
        }
        if (ReconfirmMonths is not (>= 1 and <= 36))
        {
            yield return "Delegations:ReconfirmMonths must lie between 1 and 36";
        }
        if (ReminderDays.Any(days => days is not (>= 1 and <= 365)))
        {
            yield return "Delegations:ReminderDays must hold numbers between 1 and 365, e.g. 14 and 2";
        }
    }
}
