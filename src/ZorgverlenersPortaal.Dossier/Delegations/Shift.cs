namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>Hours of one duty, by the clock on the wall in the Netherlands. An end at or before the begin lies on the next day.</summary>
/// <param name="Day">The day of the week on which it begins; null when it is bound to a date.</param>
/// <param name="Date">The one date on which it begins; null when it returns every week.</param>
/// <param name="From">Begins at.</param>
/// <param name="To">Ends at, this minute not included.</param>
public sealed record Shift(DayOfWeek? Day, DateOnly? Date, TimeOnly From, TimeOnly To)
{
    /// <summary>Does it begin on this day?</summary>
    public bool BeginsOn(DateOnly day) => Date is { } date ? date == day : Day == day.DayOfWeek;

    /// <summary>
    /// The moments between which it runs when it begins on this day. In the night the clock goes back it begins at the first and
    /// ends at the second of two equal times, so that two duties that follow each other leave no gap.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset Until) On(DateOnly day) =>
        (WallClock.First(day.ToDateTime(From)), WallClock.Last((To > From ? day : day.AddDays(1)).ToDateTime(To)));
}
