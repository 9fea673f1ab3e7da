namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>How the emergency procedure works; section <c>Emergency</c>.</summary>
public sealed class EmergencyOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Emergency";

    /// <summary>Minutes that one record is open; after that a new reason is asked.</summary>
    public int Minutes { get; set; } = 60;

    /// <summary>Searches of one doctor that may find nobody in a quarter of an hour.</summary>
    public int SearchesPerQuarter { get; set; } = 5;

    /// <summary>Emergencies of one doctor in 24 hours after which she is asked to call first; she can always go on.</summary>
    public int PerDay { get; set; } = 5;

    /// <summary>Characters that the doctor's own words must have.</summary>
    public int MinimumText { get; set; } = 20;

    /// <summary>Days in which the doctor must account for it; after that it is late: the trail, the officer and her next sign-in say so.</summary>
    public int AccountDays { get; set; } = 7;

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (Minutes is not (>= 15 and <= 120))
        {
            yield return "Emergency:Minutes must lie between 15 and 120";
        }
        if (SearchesPerQuarter is not (>= 1 and <= 50))
        {
            yield return "Emergency:SearchesPerQuarter must lie between 1 and 50";
        }
        if (PerDay is not (>= 1 and <= 100))
        {
            yield return "Emergency:PerDay must lie between 1 and 100";
        }
        if (MinimumText is not (>= 10 and <= 500))
        {
            yield return "Emergency:MinimumText must lie between 10 and 500";
        }
        if (AccountDays is not (>= 1 and <= 30))
        {
            yield return "Emergency:AccountDays must lie between 1 and 30";
        }
    }
}
