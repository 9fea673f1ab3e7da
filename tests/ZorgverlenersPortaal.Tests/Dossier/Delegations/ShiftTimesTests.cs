using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Delegations;

namespace ZorgverlenersPortaal.Tests.Dossier.Delegations;

/// <summary>Duties by the clock on the wall: past midnight, on the two nights that the clock changes, and as they are written.</summary>
public sealed class ShiftTimesTests
{
    private static Gen<Shift> Shifts { get; } =
        from day in Gen.Choose(0, 7)
        from date in Gen.Choose(0, 800)
        from minute in Gen.Choose(0, 1439)
        from end in Gen.Choose(0, 1439)
        select day == 7
            ? new Shift(null, new DateOnly(2026, 1, 1).AddDays(date), At(minute), At(end))
            : new Shift((DayOfWeek)day, null, At(minute), At(end));

    [Theory]
    // Monday 17:00 to Tuesday 08:00, winter time.
    [InlineData("ma 17:00-08:00", "2026-03-09T16:00:00Z", true)]
    [InlineData("ma 17:00-08:00", "2026-03-09T15:59:59Z", false)]
    [InlineData("ma 17:00-08:00", "2026-03-10T06:59:59Z", true)]
    [InlineData("ma 17:00-08:00", "2026-03-10T07:00:00Z", false)]
    [InlineData("ma 17:00-08:00", "2026-03-09T02:00:00Z", false)]
    // The whole of a day.
    [InlineData("zo 00:00-24:00", "2026-03-07T23:00:00Z", true)]
    [InlineData("zo 00:00-24:00", "2026-03-08T22:59:59Z", true)]
    [InlineData("zo 00:00-24:00", "2026-03-08T23:00:00Z", false)]
    // One date, into the next year.
    [InlineData("31-12-2026 20:00-04:00", "2027-01-01T02:59:59Z", true)]
    [InlineData("31-12-2026 20:00-04:00", "2027-12-31T20:00:00Z", false)]
    // The night of 29 March 2026: 02:00 becomes 03:00 at 01:00Z.
    [InlineData("za 22:00-02:30", "2026-03-29T00:59:59Z", true)]
    [InlineData("za 22:00-02:30", "2026-03-29T01:00:00Z", false)]
    [InlineData("zo 02:30-08:00", "2026-03-29T01:00:00Z", true)]
    [InlineData("zo 02:30-08:00", "2026-03-29T00:59:59Z", false)]
    [InlineData("zo 02:15-02:45", "2026-03-29T01:00:00Z", false)]
    [InlineData("za 17:00-08:00", "2026-03-29T05:59:59Z", true)]
    [InlineData("za 17:00-08:00", "2026-03-29T06:00:00Z", false)]
    // The night of 25 October 2026: 03:00 becomes 02:00 at 01:00Z; 02:30 is at 00:30Z and at 01:30Z.
    [InlineData("za 22:00-02:30", "2026-10-25T01:29:59Z", true)]
    [InlineData("za 22:00-02:30", "2026-10-25T01:30:00Z", false)]
    [InlineData("zo 02:30-08:00", "2026-10-25T00:29:59Z", false)]
    [InlineData("zo 02:30-08:00", "2026-10-25T00:30:00Z", true)]
    [InlineData("za 17:00-08:00", "2026-10-25T06:59:59Z", true)]
    [InlineData("za 17:00-08:00", "2026-10-25T07:00:00Z", false)]
    public void Covers_ByTheClockOnTheWall(string duty, string moment, bool covers) =>
        Assert.Equal(covers, ShiftText.Read(duty)!.Covers(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));

    [Fact]
    public void Covers_AnyDutyAndMoment_IsWhenADutyOfSomeDayRuns() =>
        Prop.ForAll(Gen.Zip(Shifts.ArrayOf(), Gen.Choose(0, 1_200_000)).ToArbitrary(), sample =>
        {
            var (shifts, minutes) = sample;
            var moment = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var day = DateOnly.FromDateTime(moment.UtcDateTime);
            // Looked for far wider than the code does.
            var runs = Enumerable.Range(-5, 10).SelectMany(i => shifts.Where(s => s.BeginsOn(day.AddDays(i))).Select(s => s.On(day.AddDays(i))));
            return new ShiftTimes(shifts).Covers(moment) == (shifts.Length == 0 || runs.Any(run => run.From <= moment && moment < run.Until));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void On_AnyDuty_LastsADayAndAnHourAtMostAndNeverEndsBeforeItBegins() =>
        Prop.ForAll(Gen.Zip(Shifts, Gen.Choose(0, 800)).ToArbitrary(), sample =>
        {
            var (from, until) = sample.Item1.On(new DateOnly(2026, 1, 1).AddDays(sample.Item2));
            return from <= until && until - from <= TimeSpan.FromHours(25);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void On_TwoDutiesThatFollowEachOther_LeaveNoGap() =>
        Prop.ForAll(Gen.Zip(Gen.Choose(0, 800), Gen.Choose(0, 1439)).ToArbitrary(), sample =>
        {
            var day = new DateOnly(2026, 1, 1).AddDays(sample.Item1);
            var handover = At(sample.Item2);
            var first = new Shift(null, day.AddDays(-1), handover, handover).On(day.AddDays(-1));
            var second = new Shift(null, day, handover, At(0)).On(day);
            return second.From <= first.Until && first.Until - second.From <= TimeSpan.FromHours(1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_WhatWasWritten_GivesTheSame() =>
        Prop.ForAll(Shifts.ArrayOf().Where(shifts => shifts.Length <= 60).ToArbitrary(), shifts =>
            ShiftText.Read(ShiftText.Write(new(shifts)))!.Shifts.SequenceEqual(shifts)).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyText_NeverThrowsAndReadsOnlyWhatItCanWrite() =>
        Prop.ForAll<string>(text => ShiftText.Read(text) is not { } read || ShiftText.Read(ShiftText.Write(read))!.Shifts.SequenceEqual(read.Shifts))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ma-wo 8:00-12:00", "ma 08:00-12:00|di 08:00-12:00|wo 08:00-12:00")]
    [InlineData("VR-MA 17:00 - 08:00", "vr 17:00-08:00|za 17:00-08:00|zo 17:00-08:00|ma 17:00-08:00")]
    [InlineData("di 00:00-24:00\r\n\r\n 1-1-2027 09:00-17:30 ", "di 00:00-24:00|01-01-2027 09:00-17:30")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Read_AsPeopleType_IsUnderstood(string? text, string lines) => Assert.Equal(lines, ShiftText.Write(ShiftText.Read(text)!).Replace('\n', '|'));

    [Theory]
    [InlineData("ma")]
    [InlineData("ma 17:00")]
    [InlineData("maandag 17:00-08:00")]
    [InlineData("ma 17:00-25:00")]
    [InlineData("ma 24:00-08:00")]
    [InlineData("ma-di-wo 17:00-08:00")]
    [InlineData("31-02-2026 17:00-08:00")]
    [InlineData("ma 17:00-08:00-09:00")]
    [InlineData("ma ١٧:00-08:00")]
    public void Read_NoDuty_IsRefused(string text) => Assert.Null(ShiftText.Read(text));

    [Theory]
    [InlineData("ma-vr 17:00-08:00", "ma-vr 17:00-08:00")]
    [InlineData("vr-ma 17:00-08:00;di 12:00-14:00;wo 12:00-14:00", "vr-ma 17:00-08:00|di-wo 12:00-14:00")]
    [InlineData("ma 08:00-12:00;wo 08:00-12:00;25-12-2026 08:00-18:00", "ma 08:00-12:00|wo 08:00-12:00|25-12-2026 08:00-18:00")]
    [InlineData("ma-zo 00:00-24:00;ma 00:00-24:00", "ma-zo 00:00-24:00|ma 00:00-24:00")]
    [InlineData("", "")]
    public void Lines_DaysThatFollowWithTheSameHours_AreOne(string text, string lines) =>
        Assert.Equal(lines, string.Join('|', ShiftText.Lines(ShiftText.Read(text)!)));

    [Fact]
    public void Read_TooMany_IsRefused()
    {
        Assert.NotNull(ShiftText.Read(string.Join('\n', Enumerable.Repeat("ma 17:00-08:00", 60))));
        Assert.Null(ShiftText.Read(string.Join('\n', Enumerable.Repeat("ma 17:00-08:00", 61))));
        Assert.Null(ShiftText.Read(new string(' ', 4001)));
    }

    private static TimeOnly At(int minute) => TimeOnly.MinValue.AddMinutes(minute);
}
