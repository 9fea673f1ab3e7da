using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.EpdSandbox.Search;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Search;

public sealed class FhirDateTests
{
    [Theory]
    [InlineData("1941", "1940-12-31T23:00:00Z", "1941-12-31T22:59:59.9999999Z")]
    [InlineData("2026-07", "2026-06-30T22:00:00Z", "2026-07-31T21:59:59.9999999Z")]
    [InlineData("2026-01-05", "2026-01-04T23:00:00Z", "2026-01-05T22:59:59.9999999Z")]
    [InlineData("2026-01-05T10:00:00+01:00", "2026-01-05T09:00:00Z", "2026-01-05T09:00:00.9999999Z")]
    [InlineData("2026-01-05T10:00:00Z", "2026-01-05T10:00:00Z", "2026-01-05T10:00:00.9999999Z")]
    [InlineData("2026-01-05T10:00:00.250Z", "2026-01-05T10:00:00.25Z", "2026-01-05T10:00:00.2509999Z")]
    public void TryParse_DateOfAnyPrecision_IsTheStretchItStandsFor(string text, string low, string high)
    {
        Assert.True(FhirDate.TryParse(text, out var date));
        var format = System.Globalization.CultureInfo.InvariantCulture;
        // The Netherlands kept Amsterdam's own time until 1937 and other summer times in the war: a year is checked by
        // its length.
        if (text.Length > 4)
        {
            Assert.Equal(DateTimeOffset.Parse(low, format).UtcTicks, date.Low);
            Assert.Equal(DateTimeOffset.Parse(high, format).UtcTicks, date.High);
        }
        else
        {
            Assert.InRange(TimeSpan.FromTicks(date.High - date.Low).TotalDays, 364.9, 365.1);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("26-01-05")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("2026-02-03T25:00:00Z")]
    [InlineData("gisteren")]
    public void TryParse_NoDate_IsRefused(string? text) => Assert.False(FhirDate.TryParse(text, out _));

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndNeverEndsBeforeItBegins() =>
        Prop.ForAll<string>(text => !FhirDate.TryParse(text, out var date) || date.Low <= date.High)
            .QuickCheckThrowOnFailure();
}
