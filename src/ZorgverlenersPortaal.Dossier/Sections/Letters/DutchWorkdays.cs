namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>
/// Working days in the Netherlands: no Saturday, no Sunday, no national holiday. Good Friday is a working day unless an employer
/// says otherwise, and none does so for letters.
/// </summary>
public sealed class DutchWorkdays(LiberationDay liberationDay)
{
    /// <summary>Is this a working day?</summary>
    public bool IsWorkday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The last of so many working days after a day; the day itself does not count.</summary>
    public DateOnly After(DateOnly day, int workdays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workdays);
        for (var left = workdays; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorkday(day) ? 1 : 0;
        }
        return day;
    }

    /// <summary>Is this a national holiday, whatever day of the week it is?</summary>
    public bool IsHoliday(DateOnly day)
    {
        var fromEaster = day.DayNumber - Easter(day.Year).DayNumber;
        return (day.Month, day.Day) is (1, 1) or (12, 25) or (12, 26)
            || day == KingsDay(day.Year)
            || (day is { Month: 5, Day: 5 } && IsLiberationDay(day.Year))
            // Easter, Ascension Day and Pentecost, each with its Monday where it has one.
            || fromEaster is 0 or 1 or 39 or 49 or 50;
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous computus of 1876.</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var sunday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var shift = (golden + (11 * epact) + (22 * sunday)) / 451;
        var march = epact + sunday - (7 * shift) + 114;
        return new(year, march / 31, (march % 31) + 1);
    }

    /// <summary>27 April, the day before when that is a Sunday; until 2013 Queen's Day, 30 April likewise.</summary>
    private static DateOnly KingsDay(int year)
    {
        var day = year >= 2014 ? new DateOnly(year, 4, 27) : new DateOnly(year, 4, 30);
        return day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }

    private bool IsLiberationDay(int year) => liberationDay switch
    {
        LiberationDay.Lustrum => year % 5 == 0,
        LiberationDay.Every => true,
        LiberationDay.Never => false,
    };
}
