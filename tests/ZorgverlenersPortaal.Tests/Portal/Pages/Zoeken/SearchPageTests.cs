using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Zoeken;

public sealed class SearchPageTests(EmergencyFixture fixture) : IClassFixture<EmergencyFixture>
{
    private const string Path = "/patienten/zoeken";

    private static readonly (string, string)[] _hers = [("Form.Bsn", "999 900 018"), ("Form.Day", "29"), ("Form.Month", "2"), ("Form.Year", "1948")];

    [Fact]
    public async Task Search_OwnPatient_OpensTheRecord()
    {
        using var own = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var answer = await own.FillInAsync(Path, null, _hers);
        Assert.Equal(303, answer.Status);
        Assert.DoesNotContain("999900018", answer.Location, StringComparison.Ordinal);
        Assert.Contains("Geheimnaam", (await own.GetAsync(answer.Location!)).Words, StringComparison.Ordinal);
        Assert.Equal("TREAT", fixture.Portal.Trail(AuditEventType.OwnPatientSearched)[0].Purpose);
    }

    [Fact]
    public async Task R16_Search_StrangersPatientAndNobody_AreTheSamePage()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        List<string> pages = [];
        foreach (var (bsn, year) in new[] { ("999900018", "1948"), ("999900018", "1952"), ("999900031", "1948") })
        {
            var answer = await client.FillInAsync(Path, null, ("Form.Bsn", bsn), ("Form.Day", "29"), ("Form.Month", "2"), ("Form.Year", year));
            Assert.Equal(404, answer.Status);
            pages.Add(answer.Part(".zvp-note").Split('·')[0]);
        }
        Assert.Single(pages.Distinct(StringComparer.Ordinal));
        Assert.Contains("Geen patiënt van jou gevonden", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ByName_IsNotTaken()
    {
        using var own = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var asked = fixture.Epd.Asked.Count;
        var answer = await own.FillInAsync(Path, null, ("Form.Surname", "Geheimnaam"), ("Form.Postcode", "3301AB"), ("Form.Day", "29"), ("Form.Month", "2"), ("Form.Year", "1948"));
        Assert.Equal((422, asked), (answer.Status, fixture.Epd.Asked.Count));
        Assert.Equal("Dit BSN klopt niet. Controleer de 9 cijfers.", Assert.Single(answer.Faults().Above));
    }

    [Fact]
    public async Task R2_Search_TrailGone_TellsNothing()
    {
        using var own = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var page = await own.GetAsync(Path);
        using (fixture.Portal.BreakTrail())
        {
            Assert.Equal(503, (await own.FillInAsync(Path, page, null, _hers)).Status);
        }
    }
}
