using System.Globalization;
using System.Runtime.InteropServices;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>
/// The stretch of time a FHIR date, dateTime or instant stands for: from <paramref name="Low"/> to <paramref
/// name="High"/>, UTC ticks, both inclusive.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FhirDate(long Low, long High)
{
    /// <summary>Where no time zone is written the hospital's own counts.</summary>
    public static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static readonly string[] _zoned =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>Reads yyyy, yyyy-MM, yyyy-MM-dd and times with or without a zone; false for anything else.</summary>
    public static bool TryParse(string? text, out FhirDate date)
    {
        date = default;
        return text?.Length switch
        {
            null => false,
            4 => Day(text + "-01-01", day => day.AddYears(1), ref date),
            7 => Day(text + "-01", day => day.AddMonths(1), ref date),
            10 => Day(text, day => day.AddDays(1), ref date),
            > 10 => Time(text, ref date),
            _ => false,
        };
    }

    private static bool Day(string text, Func<DateTime, DateTime> next, ref FhirDate date)
    {
        if (
            !DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year > 9000)
        {
            return false;
        }

        date = new FhirDate(Utc(day), Utc(next(day)) - 1);
        return true;
    }

    private static bool Time(string text, ref FhirDate date)
    {
        if (
            !DateTime.TryParseExact(
                text,
                _zoned,
                CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind,
                out var parsed))
        {
            return false;
        }

        var low = parsed.Kind == DateTimeKind.Unspecified ? Utc(parsed) : parsed.ToUniversalTime().Ticks;
        var span =
            text.Contains('.', StringComparison.Ordinal) ? TimeSpan.TicksPerMillisecond
            : text.Split('T')[1].AsSpan().Count(':') > (HasOffset(text) ? 2 : 1) ? TimeSpan.TicksPerSecond
            : TimeSpan.TicksPerMinute;
        date = new FhirDate(low, low + span - 1);
        return true;
    }

    private static bool HasOffset(string text) => text.LastIndexOfAny(['+', '-']) > 10;

    private static long Utc(DateTime local) => local.Ticks - Amsterdam.GetUtcOffset(local).Ticks;
}
