using System.Globalization;
using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A date, dateTime or instant as written: yyyy, yyyy-MM, yyyy-MM-dd, or a time to the second with its offset.
/// </summary>
public sealed record FhirDateTime
{
    /// <summary>Only what cannot be written back exactly is kept as text: a page holds many dates.</summary>
    private readonly string? _text;
    private readonly DateTime _clock;
    private readonly short _offsetMinutes;
    private readonly byte _fractionDigits;
    private readonly bool _isUtc;

    private FhirDateTime(in WrittenDate written, string? text)
    {
        _text = text;
        _clock = written.Clock;
        _offsetMinutes = written.OffsetMinutes;
        _fractionDigits = written.FractionDigits;
        _isUtc = written.IsUtc;
        Precision = written.Precision;
    }

    public string Text => _text ?? Format();

    public FhirDatePrecision Precision { get; }

    /// <summary>
    /// The date when it is written to the day; null for a part of a date and for a time (whose day depends on the
    /// zone).
    /// </summary>
    public DateOnly? Day => Precision == FhirDatePrecision.Day ? DateOnly.FromDateTime(_clock) : null;

    /// <summary>
    /// Null for anything that is not a FHIR R4 date, dateTime or instant, such as a time without an offset or 30
    /// February.
    /// </summary>
    public static FhirDateTime? TryParse(string? text) => TryParse(text.AsSpan());

    /// <inheritdoc cref="TryParse(string)"/>
    public static FhirDateTime? TryParse(ReadOnlySpan<char> text)
    {
        var written = new WrittenDate(text);
        return written.TryRead()
            ? new FhirDateTime(written, written.IsPlain ? null : text.ToString()) : null;
    }

    /// <summary>
    /// The first instant that may be meant, for sorting: 2024-03 starts on 1 March 00:00 in <paramref name="zone"/>.
    /// </summary>
    public DateTimeOffset EarliestInstant(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Precision == FhirDatePrecision.Time ? Instant(_clock, Offset) : InZone(_clock, zone);
    }

    /// <summary>
    /// The last instant that may be meant, for ends: a date includes its whole day, a year its whole year.
    /// </summary>
    public DateTimeOffset LatestInstant(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Precision switch
        {
            FhirDatePrecision.Year => InZone(EndOf(_clock.Year, 12, 31), zone),
            FhirDatePrecision.Month => InZone(EndOf(_clock.Year, _clock.Month, DateTime.DaysInMonth(_clock.Year, _clock.Month)), zone),
            FhirDatePrecision.Day => InZone(EndOf(_clock.Year, _clock.Month, _clock.Day), zone),
            FhirDatePrecision.Time => Instant(_clock, Offset),
        };
    }

    public override string ToString() => Text;

    private TimeSpan Offset => TimeSpan.FromMinutes(_offsetMinutes);

    private string Format()
    {
        var pattern = Precision switch
        {
            FhirDatePrecision.Year => "yyyy",
            FhirDatePrecision.Month => "yyyy-MM",
            FhirDatePrecision.Day => "yyyy-MM-dd",
            FhirDatePrecision.Time when _fractionDigits > 0 => "yyyy-MM-dd'T'HH:mm:ss." + new string('f', _fractionDigits),
            FhirDatePrecision.Time => "yyyy-MM-dd'T'HH:mm:ss",
        };
        var text = _clock.ToString(pattern, CultureInfo.InvariantCulture);
        if (Precision != FhirDatePrecision.Time)
        {
            return text;
        }
        return _isUtc ? text + "Z" : text + (_offsetMinutes < 0 ? "-" : "+") + Offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
    }

    private static DateTime EndOf(int year, int month, int day) => new DateTime(year, month, day).AddTicks(TimeSpan.TicksPerDay - 1);

    private static DateTimeOffset InZone(DateTime clock, TimeZoneInfo zone)
    {
        // A midnight that the clock skipped: the first moment of the day after the jump has the offset of the hour
        // before it.
        var offset = zone.IsInvalidTime(clock) ? zone.GetUtcOffset(clock.AddHours(-1)) : zone.GetUtcOffset(clock);
        return Instant(clock, offset);
    }

    /// <summary>
    /// Years 0001 and 9999 with an offset can fall outside .NET's calendar; they then count as its edge.
    /// </summary>
    private static DateTimeOffset Instant(DateTime clock, TimeSpan offset)
    {
        var ticks = Math.Clamp(clock.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return ticks == clock.Ticks - offset.Ticks ? new DateTimeOffset(clock, offset) : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
