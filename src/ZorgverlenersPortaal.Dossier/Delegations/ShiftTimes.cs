namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>The duties to which a delegation is bound; without any it holds at all hours.</summary>
/// <param name="Shifts">Weekly ones and single dates; they may overlap.</param>
public sealed record ShiftTimes(IReadOnlyList<Shift> Shifts)
{
    /// <summary>At all hours.</summary>
    public static ShiftTimes Always { get; } = new([]);

    /// <summary>Bound to no duty.</summary>
    public bool IsAlways => Shifts.Count == 0;

    /// <summary>Does one of the duties run at this moment? A duty lasts a day at most, so it began today or yesterday.</summary>
    public bool Covers(DateTimeOffset moment)
    {
        if (IsAlways)
        {
            return true;
        }
        var today = WallClock.Day(moment);
        return Runs(today, moment) || Runs(today.AddDays(-1), moment);
    }

    private bool Runs(DateOnly day, DateTimeOffset moment)
    {
        foreach (var shift in Shifts)
        {
            if (shift.BeginsOn(day) && shift.On(day) is var (from, until) && from <= moment && moment < until)
            {
                return true;
            }
        }
        return false;
    }
}
