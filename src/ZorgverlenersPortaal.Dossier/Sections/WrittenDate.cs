using System.Globalization;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>A date as the EPD wrote it, ready to show: partial stays partial, times are Europe/Amsterdam (R11).</summary>
public sealed record WrittenDate
{
    private WrittenDate(FhirDateTime written)
    {
        Iso = written.Text;
        Earliest = written.EarliestInstant(Periods.Zone);
        Latest = written.LatestInstant(Periods.Zone);
        var local = TimeZoneInfo.ConvertTime(Earliest, Periods.Zone);
        Date = local.ToString(written.Precision switch
        {
            FhirDatePrecision.Year => "yyyy",
            FhirDatePrecision.Month => "MM-yyyy",
            FhirDatePrecision.Day or FhirDatePrecision.Time => "dd-MM-yyyy",
        }, CultureInfo.InvariantCulture);
        Time = written.Precision == FhirDatePrecision.Time ? local.ToString("HH:mm", CultureInfo.InvariantCulture) : null;
        Day = written.Precision is FhirDatePrecision.Day or FhirDatePrecision.Time ? DateOnly.FromDateTime(local.DateTime) : null;
    }

    /// <summary>As written, for machines.</summary>
    public string Iso { get; }

    /// <summary>dd-mm-jjjj, mm-jjjj or jjjj.</summary>
    public string Date { get; }

    /// <summary>24-hour clock, where a time was written.</summary>
    public string? Time { get; }

    /// <summary>The day, where one was written.</summary>
    public DateOnly? Day { get; }

    /// <summary>Date and time, as far as written.</summary>
    public string DateAndTime => Time is null ? Date : $"{Date} {Time}";

    internal DateTimeOffset Earliest { get; }

    internal DateTimeOffset Latest { get; }

    /// <summary>Null stays null.</summary>
    internal static WrittenDate? Of(FhirDateTime? written) => written is null ? null : new(written);
}
