using System.Globalization;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>
/// Duties as doctors type and read them, one a line: <c>ma 17:00-08:00</c>, <c>ma-vr 17:00-08:00</c>, <c>25-12-2026 08:00-18:00</c>.
/// The database keeps them so as well.
/// </summary>
public static class ShiftText
{
    private const int MostShifts = 60;
    private const int LongestText = 4000;
    private static readonly string[] _days = ["zo", "ma", "di", "wo", "do", "vr", "za"];

    /// <summary>The duties; null when a line is none. No text at all: at all hours.</summary>
    public static ShiftTimes? Read(string? text)
    {
        if (text is { Length: > LongestText })
        {
            return null;
        }
        List<Shift> shifts = [];
        foreach (var line in (text ?? "").Split(['\r', '\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadLine(line) is not { } read)
            {
                return null;
            }
            shifts.AddRange(read);
        }
        return shifts.Count > MostShifts ? null : new(shifts);
    }

    /// <summary>One line for each; <see cref="Read"/> reads it back.</summary>
    public static string Write(ShiftTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return string.Join('\n', times.Shifts.Select(Line));
    }

    /// <summary>"ma 17:00-08:00"; an end at midnight reads 24:00.</summary>
    public static string Line(Shift shift)
    {
        ArgumentNullException.ThrowIfNull(shift);
        var day = shift.Date is { } date ? date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture) : _days[(int)shift.Day!];
        var to = shift.To == TimeOnly.MinValue ? "24:00" : shift.To.ToString("HH:mm", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{day} {shift.From:HH:mm}-{to}");
    }

    /// <summary>One line for each to show: days that follow each other with the same hours become one, "ma-vr 17:00-08:00".</summary>
    public static IReadOnlyList<string> Lines(ShiftTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        List<string> lines = [];
        for (var i = 0; i < times.Shifts.Count; i++)
        {
            var first = times.Shifts[i];
            var last = i;
            while (last + 1 < times.Shifts.Count && Follows(times.Shifts[last], times.Shifts[last + 1]) && last - i < _days.Length - 1)
            {
                last++;
            }
            var day = first.Day is { } begin && last > i ? $"{_days[(int)begin]}-" : "";
            lines.Add(day + Line(times.Shifts[last]));
            i = last;
        }
        return lines;
    }

    private static bool Follows(Shift one, Shift next) =>
        one is { Day: { } day } && next.Day == (DayOfWeek)(((int)day + 1) % _days.Length) && (one.From, one.To) == (next.From, next.To);

    private static IEnumerable<Shift>? ReadLine(string line)
    {
        var gap = line.IndexOf(' ', StringComparison.Ordinal);
        if (gap < 0 || Hours(line[gap..]) is not var (from, to))
        {
            return null;
        }
        var when = line[..gap].ToLowerInvariant();
        if (DelegationCheck.Day(when) is { } date)
        {
            return [new(null, date, from, to)];
        }
        var ends = when.Split('-');
        var first = Array.IndexOf(_days, ends[0]);
        var last = Array.IndexOf(_days, ends[^1]);
        if (first < 0 || last < 0 || ends.Length > 2)
        {
            return null;
        }
        return Enumerable.Range(0, (((last - first) + _days.Length) % _days.Length) + 1)
            .Select(i => new Shift((DayOfWeek)((first + i) % _days.Length), null, from, to));
    }

    private static (TimeOnly From, TimeOnly To)? Hours(string text)
    {
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        return ends.Length == 2 && Hour(ends[0]) is { } from && (ends[1] == "24:00" ? TimeOnly.MinValue : Hour(ends[1])) is { } to ? (from, to) : null;
    }

    private static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
