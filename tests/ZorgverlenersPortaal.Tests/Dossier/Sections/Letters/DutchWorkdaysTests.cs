using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Letters;

/// <summary>Working days in the Netherlands, against what the calendars on paper say and against counting by hand.</summary>
public sealed class DutchWorkdaysTests
{
    private static readonly DutchWorkdays _days = new(LiberationDay.Lustrum);

    private static readonly Arbitrary<DateOnly> _anyDay = Arb.From(Gen.Choose(0, 365 * 60).Select(n => new DateOnly(2014, 1, 1).AddDays(n)));

    [Theory]
    [InlineData("2017-04-16")]
    [InlineData("2018-04-01")]
    [InlineData("2019-04-21")]
    [InlineData("2020-04-12")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    public void Easter_OfAYear_IsWhatTheCalendarSays(string day) => Assert.Equal(DateOnly.Parse(day, null), DutchWorkdays.Easter(int.Parse(day[..4], null)));

    [Fact]
    public void Easter_OfAnyYear_IsTheSundayAfterTheChurchsFullMoonTable()
    {
        Prop.ForAll(Arb.From(Gen.Choose(1900, 2199)), year =>
        {
            var easter = DutchWorkdays.Easter(year);
            return easter.DayOfWeek == DayOfWeek.Sunday && easter >= new DateOnly(year, 3, 22) && easter <= new DateOnly(year, 4, 25);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2026-01-01", true)] // Nieuwjaarsdag
    [InlineData("2026-04-03", false)] // Goede Vrijdag
    [InlineData("2026-04-06", true)] // Tweede Paasdag
    [InlineData("2026-04-27", true)] // Koningsdag
    [InlineData("2025-04-26", true)] // Koningsdag: the 27th is a Sunday
    [InlineData("2025-04-27", false)]
    [InlineData("2026-05-14", true)] // Hemelvaart
    [InlineData("2026-05-15", false)]
    [InlineData("2026-05-25", true)] // Tweede Pinksterdag
    [InlineData("2025-05-05", true)] // Bevrijdingsdag in a lustrum year
    [InlineData("2026-05-05", false)]
    [InlineData("2026-12-25", true)]
    [InlineData("2026-12-26", true)]
    [InlineData("2026-12-31", false)]
    public void IsHoliday_OfDay_IsWhatTheCalendarSays(string day, bool isHoliday) => Assert.Equal(isHoliday, _days.IsHoliday(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData(LiberationDay.Every, true, true)]
    [InlineData(LiberationDay.Lustrum, false, true)]
    [InlineData(LiberationDay.Never, false, false)]
    public void IsHoliday_LiberationDay_GoesByTheSetting(LiberationDay setting, bool in2026, bool in2030)
    {
        var days = new DutchWorkdays(setting);

        Assert.Equal((in2026, in2030), (days.IsHoliday(new(2026, 5, 5)), days.IsHoliday(new(2030, 5, 5))));
    }

    [Theory]
    [InlineData("2026-03-09", "2026-03-16")] // Monday to Monday
    [InlineData("2026-03-14", "2026-03-20")] // Saturday
    [InlineData("2026-04-02", "2026-04-10")] // over Easter
    [InlineData("2026-12-24", "2027-01-04")] // over Christmas (the 26th is a Saturday) and New Year
    [InlineData("2025-04-30", "2025-05-08")] // over 5 May of a lustrum year
    public void After_FiveWorkdays_PassesWeekendsAndHolidays(string from, string until) =>
        Assert.Equal(DateOnly.Parse(until, null), _days.After(DateOnly.Parse(from, null), 5));

    [Fact]
    public void After_AnyDayAndNumber_EndsOnThatManyWorkdaysCountedByHand()
    {
        Prop.ForAll(_anyDay, Arb.From(Gen.Choose(1, 30)), (day, workdays) =>
        {
            var end = _days.After(day, workdays);
            var between = Enumerable.Range(1, end.DayNumber - day.DayNumber).Select(day.AddDays).Count(_days.IsWorkday);
            return _days.IsWorkday(end) && between == workdays;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void After_LaterDay_NeverEndsEarlier()
    {
        Prop.ForAll(_anyDay, day => _days.After(day.AddDays(1), 5) >= _days.After(day, 5)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void IsHoliday_AnyYear_HasNineOrTenOfWhichKingsDayIsNoSunday()
    {
        Prop.ForAll(Arb.From(Gen.Choose(2014, 2100)), year =>
        {
            var holidays = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(day => day.Year == year && _days.IsHoliday(day)).ToList();
            return holidays.Count is 9 or 10 && holidays.Exists(day => day is { Month: 4, Day: 26 or 27 } && day.DayOfWeek != DayOfWeek.Sunday);
        }).QuickCheckThrowOnFailure();
    }
}
