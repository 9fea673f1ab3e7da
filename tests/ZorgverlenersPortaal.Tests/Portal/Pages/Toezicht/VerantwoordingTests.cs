using System.Globalization;
using System.Text.Json;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>The report for the board on the screen and as JSON; that the numbers can be counted again is tested where they are made.</summary>
[Collection(OfficeJourneys.Name)]
public sealed class VerantwoordingTests(OfficeFixture office)
{
    private const string Path = "/toezicht/verantwoording";

    [Fact]
    public async Task Show_ThisYear_SaysTheSameInPicturesTablesAndJson()
    {
        var rig = await new CaseRig(office, "31").StartAsync();
        await rig.JudgeAsync(office.Officer, "Lawful");
        var year = office.Portal.Clock.GetUtcNow().Year.ToString(CultureInfo.InvariantCulture);

        var page = await office.Officer.GetAsync($"{Path}?jaar={year}&kwartaal=");
        var file = await office.Officer.GetAsync($"{Path}?jaar={year}&kwartaal=&handler=Json");

        using var json = JsonDocument.Parse(file.Bytes);
        var (judged, emergencies) = (json.RootElement.GetProperty("emergenciesJudged").GetInt32(), json.RootElement.GetProperty("emergencies").GetInt32());
        Assert.InRange(judged, 1, emergencies);
        Assert.Contains($"{judged} van {emergencies}", page.Part(".zvp-figures"), StringComparison.Ordinal);
        foreach (var chart in page.Page.QuerySelectorAll("svg.zvp-chart"))
        {
            Assert.Equal("img", chart.GetAttribute("role"));
            var title = chart.QuerySelector("title")!;
            Assert.Equal(chart.GetAttribute("aria-labelledby"), title.Id);
            Assert.All(chart.QuerySelectorAll("text.lbl"), label => Assert.Contains(label.TextContent, title.TextContent, StringComparison.Ordinal));
            Assert.NotNull(chart.Closest("section")!.QuerySelector("table"));
        }
        Assert.Equal(4, page.Page.QuerySelectorAll("svg.zvp-chart").Length);
        foreach (var hidden in (string[])["Dokter31", CaseRig.Bsn, rig.Patient, "Esra Wacht"])
        {
            Assert.DoesNotContain(hidden, page.Page.QuerySelector("main")!.TextContent + file.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("?jaar=abc&kwartaal=9")]
    [InlineData("?jaar=1&kwartaal=-1")]
    [InlineData("?jaar=999999999999")]
    [InlineData("")]
    public async Task Show_YearOrQuarterThatIsNone_IsThisYear(string query)
    {
        var page = await office.Officer.GetAsync(Path + query);
        Assert.Equal(200, page.Status);
        Assert.StartsWith("01-01-" + office.Portal.Clock.GetUtcNow().Year.ToString(CultureInfo.InvariantCulture), page.Part(".zvp-lead"), StringComparison.Ordinal);
    }
}
