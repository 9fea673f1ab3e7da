using System.Globalization;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>Says a coded time in Dutch; null as soon as one part has no words here.</summary>
internal static class TimingWords
{
    private static readonly Dictionary<string, string> _days = new(StringComparer.Ordinal)
    {
        ["mon"] = "maandag",
        ["tue"] = "dinsdag",
        ["wed"] = "woensdag",
        ["thu"] = "donderdag",
        ["fri"] = "vrijdag",
        ["sat"] = "zaterdag",
        ["sun"] = "zondag",
    };

    private static readonly Dictionary<string, (string One, string More)> _units = new(StringComparer.Ordinal)
    {
        ["s"] = ("seconde", "seconden"),
        ["min"] = ("minuut", "minuten"),
        ["h"] = ("uur", "uur"),
        ["d"] = ("dag", "dagen"),
        ["wk"] = ("week", "weken"),
        ["mo"] = ("maand", "maanden"),
        ["a"] = ("jaar", "jaar"),
    };

    private static readonly Dictionary<string, string> _moments = new(StringComparer.Ordinal)
    {
        ["MORN"] = "'s ochtends",
        ["AFT"] = "'s middags",
        ["EVE"] = "'s avonds",
        ["NIGHT"] = "'s nachts",
        ["HS"] = "voor het slapen",
        ["WAKE"] = "bij het wakker worden",
        ["C"] = "bij de maaltijd",
        ["CM"] = "bij het ontbijt",
        ["CD"] = "bij de lunch",
        ["CV"] = "bij het avondeten",
        ["AC"] = "voor de maaltijd",
        ["ACM"] = "voor het ontbijt",
        ["ACD"] = "voor de lunch",
        ["ACV"] = "voor het avondeten",
        ["PC"] = "na de maaltijd",
        ["PCM"] = "na het ontbijt",
        ["PCD"] = "na de lunch",
        ["PCV"] = "na het avondeten",
    };

    public static string? Of(Timing timing)
    {
        if (timing.HasMore || timing.Repeat?.HasMore == true)
        {
            return null;
        }
        var parts = new List<string?>();
        if (timing.Code is { } code)
        {
            // A code says it all, except until when (R4, Timing.code).
            parts.Add(Words.Of(code));
        }
        else if (timing.Repeat is { } repeat)
        {
            Add(parts, repeat);
        }
        if (timing.Events.Count > 0)
        {
            parts.Add("op " + string.Join(", ", timing.Events.Select(e => WrittenDate.Of(e)!.DateAndTime)));
        }
        if (timing.Repeat is { } rule)
        {
            AddBounds(parts, rule);
        }
        return parts.Count == 0 || parts.Contains(null) ? null : string.Join(' ', parts);
    }

    private static void Add(List<string?> parts, TimingRepeat repeat)
    {
        if (repeat is not { CountMaximum: null, Duration: null, DurationMaximum: null, DurationUnit: null, Offset: null })
        {
            parts.Add(null);
        }
        if (repeat is not { Frequency: null, FrequencyMaximum: null, Period: null, PeriodMaximum: null, PeriodUnit: null })
        {
            parts.Add(Often(repeat));
        }
        Each(parts, repeat.DaysOfWeek, day => _days.GetValueOrDefault(day), "op ");
        Each(parts, repeat.TimesOfDay, Clock, "om ");
        Each(parts, repeat.When, moment => _moments.GetValueOrDefault(moment), "");
        if (repeat.Count is { } count)
        {
            parts.Add($"in totaal {count} maal");
        }
        if (parts.Count == 0)
        {
            parts.Add(null);
        }
    }

    private static string? Often(TimingRepeat repeat)
    {
        if (repeat is not { Frequency: { } times, Period: { } period, PeriodUnit: { } unit } || !_units.TryGetValue(unit, out var words))
        {
            return null;
        }
        var often = repeat.FrequencyMaximum is { } most ? $"{times} tot {most} maal" : $"{times} maal";
        return repeat.PeriodMaximum is { } longest ? $"{often} per {period} tot {longest} {words.More}"
            : period == "1" ? $"{often} per {words.One}"
            : $"{often} per {period} {words.More}";
    }

    private static void AddBounds(List<string?> parts, TimingRepeat repeat)
    {
        if (repeat.BoundsRange is not null)
        {
            parts.Add(null);
        }
        if (repeat.BoundsDuration is { } duration)
        {
            parts.Add(DosageWords.Amount(duration) is { } length ? "gedurende " + length : null);
        }
        if (repeat.BoundsPeriod is { } period)
        {
            var (start, end) = (WrittenDate.Of(period.Start)?.DateAndTime, WrittenDate.Of(period.End)?.DateAndTime);
            parts.Add(period.Duration is not null || (start is null && end is null) ? null
                : string.Join(' ', new[] { start is null ? null : "van " + start, end is null ? null : "tot en met " + end }.Where(p => p is not null)));
        }
    }

    private static void Each(List<string?> parts, IReadOnlyList<string> codes, Func<string, string?> say, string before)
    {
        if (codes.Count > 0)
        {
            var words = codes.Select(say).ToList();
            parts.Add(words.Contains(null) ? null : before + string.Join(", ", words));
        }
    }

    /// <summary>20:00:00 as 20:00; seconds that say something stay.</summary>
    private static string? Clock(string time) =>
        TimeOnly.TryParseExact(time, ["HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            ? clock.ToString(clock.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture) : null;
}
