using System.Globalization;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>
/// From when until when something is used, as instants. A month or a year leaves room: then the answer to a question about a
/// moment may be "unknown" (null). A length in units that are no calendar units leaves the end unknown.
/// </summary>
internal sealed record UseSpan
{
    /// <summary>Later dates are no dates of use, and near .NET's last day there is nothing to add to.</summary>
    private const int LastYear = 9000;

    private DateTimeOffset? _firstBegin;
    private DateTimeOffset? _lastBegin;
    private DateTimeOffset? _firstEnd;
    private DateTimeOffset? _lastEnd;
    private bool _isEndUnknown;

    public static UseSpan Of(Period? period, FhirDateTime? begunOtherwise)
    {
        var begin = period?.Start ?? begunOtherwise;
        var span = new UseSpan
        {
            _firstBegin = begin?.EarliestInstant(Periods.Zone),
            _lastBegin = IsPartial(begin) ? begin!.LatestInstant(Periods.Zone) : begin?.EarliestInstant(Periods.Zone),
        };
        if (period?.End is { } end)
        {
            return span.Until(end);
        }
        if (period?.Duration is not { } duration)
        {
            return span with { _isEndUnknown = period?.EndAbsentReason is not null };
        }
        return period.Start is { Precision: FhirDatePrecision.Day or FhirDatePrecision.Time } && After(span._firstBegin!.Value, duration) is { } over
            ? span with { _firstEnd = over, _lastEnd = over }
            : span with { _isEndUnknown = true };
    }

    /// <summary>The same, but ending (or ended already) on this date.</summary>
    public UseSpan Until(FhirDateTime end)
    {
        var (first, last) = (IsPartial(end) ? end.EarliestInstant(Periods.Zone) : end.LatestInstant(Periods.Zone), end.LatestInstant(Periods.Zone));
        return _lastEnd < last ? this : this with { _firstEnd = first, _lastEnd = last, _isEndUnknown = false };
    }

    /// <summary>The same, but nobody knows when it ended.</summary>
    public UseSpan EndedSomeTime() => _lastEnd is null ? this with { _isEndUnknown = true } : this;

    public bool IsOver(DateTimeOffset now) => _lastEnd < now;

    public bool IsAhead(DateTimeOffset now) => _firstBegin > now;

    /// <summary>Whether it began on or before the one moment and did not end before the other.</summary>
    public bool? Covers(DateTimeOffset begunBy, DateTimeOffset lastsTo)
    {
        if (_lastEnd < lastsTo || _firstBegin > begunBy)
        {
            return false;
        }
        return _firstBegin is null || _lastBegin > begunBy || _isEndUnknown || _firstEnd < lastsTo ? null : true;
    }

    private static bool IsPartial(FhirDateTime? date) => date?.Precision is FhirDatePrecision.Year or FhirDatePrecision.Month;

    /// <summary>Calendar, not dose: "from the 11th, for 3 weeks" is over on the 2nd.</summary>
    private static DateTimeOffset? After(DateTimeOffset begin, Quantity duration)
    {
        if (duration.Comparator is not null || !int.TryParse(duration.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 10_000
            || begin.Year > LastYear)
        {
            return null;
        }
        return duration.Code switch
        {
            "h" => begin.AddHours(count),
            "d" => begin.AddDays(count),
            "wk" => begin.AddDays(7 * count),
            "mo" => begin.AddMonths(count),
            "a" => begin.Year + count < LastYear ? begin.AddYears(count) : null,
            _ => null,
        };
    }
}
