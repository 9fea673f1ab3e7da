using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A date, dateTime or instant as written: yyyy, yyyy-MM, yyyy-MM-dd, or a time to the second with its offset.</summary>
public sealed record FhirDateTime
{
    private readonly DateTime _clock;
    private readonly TimeSpan _offset;

    private FhirDateTime(string text, FhirDatePrecision precision, DateTime clock, TimeSpan offset)
    {
        Text = text;
        Precision = precision;
        _clock = clock;
        _offset = offset;
    }

    public string Text { get; }

    public FhirDatePrecision Precision { get; }

    /// <summary>The date when it is written to the day; null for a part of a date and for a time (whose day depends on the zone).</summary>
    public DateOnly? Day => Precision == FhirDatePrecision.Day ? DateOnly.FromDateTime(_clock) : null;

    /// <summary>Null for anything that is not a FHIR R4 date, dateTime or instant, such as a time without an offset or 30 February.</summary>
    public static FhirDateTime? TryParse(string? text)
    {
        if (text is null)
        {
            return null;
        }
        var written = new WrittenDate(text);
        return written.TryRead(out var precision, out var clock, out var offset) ? new FhirDateTime(text, precision, clock, offset) : null;
    }

    /// <summary>The first instant that may be meant, for sorting: 2024-03 starts on 1 March 00:00 in <paramref name="zone"/>.</summary>
    public DateTimeOffset EarliestInstant(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Precision == FhirDatePrecision.Time ? Instant(_clock, _offset) : InZone(_clock, zone);
    }

    /// <summary>The last instant that may be meant, for ends: a date includes its whole day, a year its whole year.</summary>
    public DateTimeOffset LatestInstant(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Precision switch
        {
            FhirDatePrecision.Year => InZone(EndOf(_clock.Year, 12, 31), zone),
            FhirDatePrecision.Month => InZone(EndOf(_clock.Year, _clock.Month, DateTime.DaysInMonth(_clock.Year, _clock.Month)), zone),
            FhirDatePrecision.Day => InZone(EndOf(_clock.Year, _clock.Month, _clock.Day), zone),
            FhirDatePrecision.Time => Instant(_clock, _offset),
        };
    }

    public override string ToString() => Text;

    private static DateTime EndOf(int year, int month, int day) => new DateTime(year, month, day).AddTicks(TimeSpan.TicksPerDay - 1);

    private static DateTimeOffset InZone(DateTime clock, TimeZoneInfo zone)
    {
        // A midnight that the clock skipped: the first moment of the day after the jump has the offset of the hour before it.
        var offset = zone.IsInvalidTime(clock) ? zone.GetUtcOffset(clock.AddHours(-1)) : zone.GetUtcOffset(clock);
        return Instant(clock, offset);
    }

    /// <summary>Years 0001 and 9999 with an offset can fall outside .NET's calendar; they then count as its edge.</summary>
    private static DateTimeOffset Instant(DateTime clock, TimeSpan offset)
    {
        var ticks = Math.Clamp(clock.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return ticks == clock.Ticks - offset.Ticks ? new DateTimeOffset(clock, offset) : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
