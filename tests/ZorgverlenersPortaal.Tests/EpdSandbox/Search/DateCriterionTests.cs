using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Search;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Search;

public sealed class DateCriterionTests
{
    [Theory]
    [InlineData("ge2026-01-10", true)]
    [InlineData("ge2026-01-21", false)]
    [InlineData("gt2026-01-20", false)]
    [InlineData("gt2026-01-19", true)]
    [InlineData("le2026-01-10", true)]
    [InlineData("le2026-01-09", false)]
    [InlineData("lt2026-01-10", false)]
    [InlineData("lt2026-01-11", true)]
    [InlineData("2026-01", true)]
    [InlineData("eq2026-01-10", false)]
    [InlineData("ne2026-01-10", true)]
    [InlineData("sa2026-01-09", true)]
    [InlineData("eb2026-01-20", false)]
    public void Matches_StayFrom10To20January_ComparesTheStretches(string asked, bool found) =>
        Assert.Equal(found, Matches("""{"start": "2026-01-10", "end": "2026-01-20"}""", asked));

    [Theory]
    [InlineData("ge2030-01-01", true)]
    [InlineData("le2026-01-09", false)]
    public void Matches_StayWithoutEnd_GoesOnForever(string asked, bool found) =>
        Assert.Equal(found, Matches("""{"start": "2026-01-10"}""", asked));

    [Fact]
    public void Matches_NoPeriod_IsFoundByNoDate() => Assert.False(Matches("null", "ge1900"));

    [Fact]
    public void Read_NoDate_NamesTheParameter() =>
        Assert.Contains(
            "date",
            Assert.Throws<SearchFaultException>(() => new DateCriterion("date", "gemorgen")).Message,
            StringComparison.Ordinal);

    private static bool Matches(string period, string asked)
    {
        var encounter = JsonNode
            .Parse($$"""{"resourceType": "Encounter", "id": "a", "period": {{period}}}""")!
            .AsObject();
        return new DateCriterion("date", asked).Matches(
            ResourceDraft.Of(encounter, RunningSandbox.Start).Store(1, null));
    }
}
