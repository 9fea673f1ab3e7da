using ZorgverlenersPortaal.Portal.Pages.Patient;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>Dutch time to the minute, on the two nights of the year too.</summary>
public sealed class PastMomentTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 22, 9, 14, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("2026-11-22T09:14", "2026-11-22T08:14:00Z")]
    [InlineData("2026-07-01T12:00", "2026-07-01T10:00:00Z")]
    [InlineData("2026-03-29T01:59", "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29T03:00", "2026-03-29T01:00:00Z")]
    public void Read_DutchTime_IsThatMoment(string text, string utc)
    {
        var read = PastMoment.Read(text, _now);
        Assert.Equal((DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), null, null), (read.At!.Value.ToUniversalTime(), read.Fault, read.Note));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gisteren")]
    [InlineData("2026-11-22")]
    [InlineData("2026-02-30T10:00")]
    [InlineData("2026-11-22T24:00")]
    [InlineData("2026-11-22T09:14Z")]
    [InlineData(" 2026-11-22T09:14")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public void Read_NoMoment_SaysHowToWriteOne(string? text) => Assert.Contains("Vul een datum in als", PastMoment.Read(text, _now).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-22T09:15")]
    [InlineData("2027-01-01T00:00")]
    public void Read_TimeToCome_IsRefused(string text) => Assert.Equal("Kies een tijdstip dat al geweest is.", PastMoment.Read(text, _now).Fault);

    [Fact]
    public void Read_HourThatTheClockSkipped_IsRefusedAndSaysWhy() => Assert.Contains("bestaat niet", PastMoment.Read("2026-03-29T02:30", _now).Fault, StringComparison.Ordinal);

    [Fact]
    public void Read_HourThatCameTwice_IsTheSecondAndSaysSo()
    {
        var read = PastMoment.Read("2026-10-25T02:30", _now);
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero), read.At!.Value.ToUniversalTime());
        Assert.Contains("wintertijd", read.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HourThatWillComeAgain_IsTheFirst()
    {
        var between = new DateTimeOffset(2026, 10, 25, 0, 45, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), PastMoment.Read("2026-10-25T02:30", between).At!.Value.ToUniversalTime());
    }

    [Theory]
    [InlineData("1-3-2026", "9:05", "2026-03-01T09:05")]
    [InlineData("01-03-2026", "14:05", "2026-03-01T14:05")]
    [InlineData("32-03-2026", "14:05", null)]
    [InlineData("01-03-2026", "25:00", null)]
    [InlineData(null, null, null)]
    public void Address_OfAForm_IsOneForm(string? day, string? time, string? address) => Assert.Equal(address, PastMoment.Address(day, time));
}
