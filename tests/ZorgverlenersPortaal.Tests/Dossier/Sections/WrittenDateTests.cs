using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>R11: what was written is shown, in Amsterdam's time, and nothing is made up.</summary>
public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("2026", "2026", "2026")]
    [InlineData("2026-03", "03-2026", "03-2026")]
    [InlineData("2026-03-10", "10-03-2026", "10-03-2026")]
    [InlineData("1901-05-07", "07-05-1901", "07-05-1901")] // local mean time
    [InlineData("1937-07-01", "01-07-1937", "01-07-1937")] // the day Amsterdam's clock was moved by 28 seconds
    [InlineData("1940-05-16", "16-05-1940", "16-05-1940")] // a midnight that was skipped
    [InlineData("2022-05-11T22:00:00+00:00", "12-05-2022", "12-05-2022 00:00")] // ChipSoft's midnight
    [InlineData("2022-01-11T22:59:59Z", "11-01-2022", "11-01-2022 23:59")]
    [InlineData("2022-01-11T23:00:00Z", "12-01-2022", "12-01-2022 00:00")]
    [InlineData("2026-03-29T00:59:59Z", "29-03-2026", "29-03-2026 01:59")] // the clock goes forward
    [InlineData("2026-03-29T01:00:00Z", "29-03-2026", "29-03-2026 03:00")]
    [InlineData("2026-10-25T00:30:00Z", "25-10-2026", "25-10-2026 02:30")] // the clock goes back: 02:30 twice
    [InlineData("2026-10-25T01:30:00Z", "25-10-2026", "25-10-2026 02:30")]
    [InlineData("2025-12-31T23:30:00Z", "01-01-2026", "01-01-2026 00:30")]
    [InlineData("2026-03-10T10:00:00.123+05:00", "10-03-2026", "10-03-2026 06:00")]
    [InlineData("0001-01-01", "01-01-0001", "01-01-0001")]
    [InlineData("9999-12-31", "31-12-9999", "31-12-9999")]
    public void R11_AsWritten_IsShownInAmsterdam(string written, string date, string dateAndTime)
    {
        var shown = WrittenDate.Of(FhirDateTime.TryParse(written))!;

        Assert.Equal((written, date, dateAndTime), (shown.Iso, shown.Date, shown.DateAndTime));
    }

    [Fact]
    public void Of_EdgeOfTheCalendar_IsNoFault()
    {
        Assert.NotNull(WrittenDate.Of(FhirDateTime.TryParse("9999-12-31T23:59:59Z")));
        Assert.NotNull(WrittenDate.Of(FhirDateTime.TryParse("0001-01-01T00:00:00+14:00")));
        Assert.Null(WrittenDate.Of(null));
    }

    [Theory]
    [InlineData("2026", null)]
    [InlineData("2026-03", null)]
    [InlineData("2026-03-10", "2026-03-10")]
    [InlineData("2022-05-11T22:00:00Z", "2022-05-12")]
    public void Day_IsThereOnlyWhenItWasWritten(string written, string? day) =>
        Assert.Equal(day, WrittenDate.Of(FhirDateTime.TryParse(written))!.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Of_AnyDay_ShowsThatDayAndNeverEndsBeforeItBegins() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 3_652_058)), number =>
        {
            var day = DateOnly.FromDayNumber(number);
            var shown = WrittenDate.Of(FhirDateTime.TryParse(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))!;
            return shown.Day == day && shown.Time is null && shown.Earliest < shown.Latest;
        }).QuickCheckThrowOnFailure();
}
