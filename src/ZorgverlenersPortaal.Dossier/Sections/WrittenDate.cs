using System.Globalization;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>
/// A date as the EPD wrote it: partial stays partial, times are Europe/Amsterdam (R11). Its texts are made where they are shown:
/// most dates are only compared.
/// </summary>
public sealed record WrittenDate
{
    private readonly FhirDateTime _written;

    private WrittenDate(FhirDateTime written) => _written = written;

    /// <summary>As written, for machines.</summary>
    public string Iso => _written.Text;

    /// <summary>dd-mm-jjjj, mm-jjjj or jjjj.</summary>
    public string Date => Local.ToString(_written.Precision switch
    {
        FhirDatePrecision.Year => "yyyy",
        FhirDatePrecision.Month => "MM-yyyy",
        FhirDatePrecision.Day or FhirDatePrecision.Time => "dd-MM-yyyy",
    }, CultureInfo.InvariantCulture);

    /// <summary>24-hour clock, where a time was written.</summary>
    public string? Time => _written.Precision == FhirDatePrecision.Time ? Local.ToString("HH:mm", CultureInfo.InvariantCulture) : null;

    /// <summary>The day, where one was written.</summary>
    public DateOnly? Day => _written.Precision is FhirDatePrecision.Day or FhirDatePrecision.Time ? DateOnly.FromDateTime(Local.DateTime) : null;

    /// <summary>Date and time, as far as written.</summary>
    public string DateAndTime => Time is { } time ? $"{Date} {time}" : Date;

    /// <summary>The first moment it may be.</summary>
    public DateTimeOffset Earliest => _written.EarliestInstant(Periods.Zone);

    internal DateTimeOffset Latest => _written.LatestInstant(Periods.Zone);

    private DateTimeOffset Local => TimeZoneInfo.ConvertTime(Earliest, Periods.Zone);

    /// <summary>Null stays null.</summary>
    internal static WrittenDate? Of(FhirDateTime? written) => written is null ? null : new(written);
}
