using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Periods as written against a moment; a partial date counts whole (2026-03 ends with March).</summary>
internal static class Periods
{
    /// <summary>The hospital's time zone; FHIR dates without one are meant there.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The first moment of a day in the hospital's time zone.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(start, Zone.GetUtcOffset(start));
    }

    /// <summary>No period covers everything; an open side is open.</summary>
    public static bool Covers(Period? period, DateTimeOffset moment) => !StartsAfter(period, moment) && !EndedBefore(period, moment);

    public static bool StartsAfter(Period? period, DateTimeOffset moment) => period?.Start is { } start && start.EarliestInstant(Zone) > moment;

    public static bool EndedBefore(Period? period, DateTimeOffset moment) => period?.End is { } end && end.LatestInstant(Zone) < moment;

    /// <summary>The day, in the hospital's time zone, on which a period ended; null when it has no end.</summary>
    public static DateOnly? LastDay(Period? period) =>
        period?.End is { } end ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end.LatestInstant(Zone), Zone).DateTime) : null;

    /// <summary>The last moment of a day in the hospital's time zone, whatever the clocks do that night.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var next = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(next, Zone.GetUtcOffset(next)).AddTicks(-1);
    }
}
