using System.Globalization;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>Moments of the portal itself as pages show them: Europe/Amsterdam (R11).</summary>
public static class Clock
{
    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>"09:14:02".</summary>
    public static string Time(DateTimeOffset moment) => Local(moment).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>"22-11-2026".</summary>
    public static string Date(DateTimeOffset moment) => Local(moment).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>"22-11-2026 09:14".</summary>
    public static string DateAndTime(DateTimeOffset moment) => Local(moment).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"2026-11-22T09:14", for machines.</summary>
    public static string Iso(DateTimeOffset moment) => Local(moment).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment, in the Netherlands.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The midnight a day begins with, in the Netherlands; the clock never leaps then.</summary>
    public static DateTimeOffset Begin(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, _zone.GetUtcOffset(midnight));
    }

    /// <summary>What a clock on the wall in the Netherlands shows; an hour that comes twice is the second one.</summary>
    public static DateTimeOffset Moment(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, _zone.GetUtcOffset(local));
    }

    /// <summary>The day it is in the Netherlands.</summary>
    public static DateOnly Today(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Day(clock.GetUtcNow());
    }

    /// <summary>Whole years between a birth and a day; null for a day before the birth.</summary>
    public static int? Age(DateOnly? birth, DateOnly on)
    {
        if (birth is not { } born || born > on)
        {
            return null;
        }
        return on.Year - born.Year - (on < born.AddYears(on.Year - born.Year) ? 1 : 0);
    }

    private static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);
}
