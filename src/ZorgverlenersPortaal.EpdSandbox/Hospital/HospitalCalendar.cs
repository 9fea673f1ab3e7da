using System.Globalization;
using ZorgverlenersPortaal.EpdSandbox.Search;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Times relative to now, in Europe/Amsterdam, so that the lists of a hospital made today are never empty.
/// </summary>
internal sealed class HospitalCalendar(TimeProvider clock)
{
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), FhirDate.Amsterdam);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>A time of day some days ago; a time of today that is still to come falls a day earlier.</summary>
    public DateTimeOffset Ago(int days, int hour, int minute = 0)
    {
        var time = At(Today.AddDays(-days), hour, minute);
        return days == 0 && time > Now ? At(Today.AddDays(-1), hour, minute) : time;
    }

    public DateTimeOffset Ahead(int days, int hour, int minute = 0) => At(Today.AddDays(days), hour, minute);

    /// <summary>The FHIR dateTime, seconds and offset written out.</summary>
    public static string Stamp(DateTimeOffset time) =>
        TimeZoneInfo
            .ConvertTime(time, FhirDate.Amsterdam)
            .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset time) =>
        Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, FhirDate.Amsterdam).DateTime));

    public static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As a Dutch letter writes it: 22-11-2026.</summary>
    public static string Dutch(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    public static string Dutch(DateTimeOffset time) =>
        Dutch(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, FhirDate.Amsterdam).DateTime));

    private static DateTimeOffset At(DateOnly day, int hour, int minute)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, FhirDate.Amsterdam.GetUtcOffset(local));
    }
}
