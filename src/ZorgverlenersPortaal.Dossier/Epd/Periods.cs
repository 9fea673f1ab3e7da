using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Periods as written against a moment; a partial date counts whole (2026-03 ends with March).</summary>
internal static class Periods
{
    /// <summary>The hospital's time zone; FHIR dates without one are meant there.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>No period covers everything; an open side is open.</summary>
    public static bool Covers(Period? period, DateTimeOffset moment) => !StartsAfter(period, moment) && !EndedBefore(period, moment);

    public static bool StartsAfter(Period? period, DateTimeOffset moment) => period?.Start is { } start && start.EarliestInstant(Zone) > moment;

    public static bool EndedBefore(Period? period, DateTimeOffset moment) => period?.End is { } end && end.LatestInstant(Zone) < moment;
}
