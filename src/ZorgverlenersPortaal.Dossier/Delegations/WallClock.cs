using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>Moments by the clock on the wall in the Netherlands.</summary>
internal static class WallClock
{
    /// <summary>The day it is at a moment.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Periods.Zone).DateTime);

    /// <summary>Midnight at which a day begins.</summary>
    public static DateTimeOffset Begin(DateOnly day) => First(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The first moment at which the clock shows this; one that is skipped becomes the moment of the leap.</summary>
    public static DateTimeOffset First(DateTime wall) => At(wall, offsets => offsets.Max());

    /// <summary>The last moment at which the clock shows this; one that is skipped becomes the moment of the leap.</summary>
    public static DateTimeOffset Last(DateTime wall) => At(wall, offsets => offsets.Min());

    private static DateTimeOffset At(DateTime wall, Func<TimeSpan[], TimeSpan> choose)
    {
        if (Periods.Zone.IsAmbiguousTime(wall))
        {
            return new(wall, choose(Periods.Zone.GetAmbiguousTimeOffsets(wall)));
        }
        if (Periods.Zone.IsInvalidTime(wall))
        {
            // The clock leaps a whole hour, at the hour.
            return At(wall.Date.AddHours(wall.Hour + 1), choose);
        }
        return new(wall, Periods.Zone.GetUtcOffset(wall));
    }
}
