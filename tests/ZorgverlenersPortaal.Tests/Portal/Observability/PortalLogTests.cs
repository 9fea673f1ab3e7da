using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Observability;

/// <summary>The log knows requests, and nobody's patients.</summary>
[Collection(PortalJourneys.Name)]
public sealed class PortalLogTests(PortalFixture fixture)
{
    [Fact]
    public async Task R6_LogOfAWholeJourney_HoldsNoBsnAndNoName()
    {
        foreach (var kind in (string[])["none", "status:500", "html200", "truncate", "stranger"])
        {
            await using var fault = await fixture.Epd.FaultAsync(kind);
            await fixture.Doctor.GetAsync("/patienten");
            foreach (var patient in fixture.Own.Take(4))
            {
                await TryAsync(fixture.DoctorsPath(patient.Id));
                foreach (var letter in patient.Letters)
                {
                    await TryAsync(fixture.Portal.LetterPath(patient.Id, letter.Id, fixture.DoctorSession));
                }
            }
        }

        await fixture.Doctor.GetAsync(fixture.DoctorsPath(fixture.Strangers.First().Id));
        Assert.Contains(fixture.Portal.Log.Lines, line => line.Contains("/patienten", StringComparison.Ordinal));
        Assert.Empty(fixture.LinesWithPatients());
    }

    [Fact]
    public async Task Log_OneLineAnAnswer_WithTheIdOfTrailAndEpd()
    {
        await fixture.Epd.ClearLogAsync();
        await fixture.Doctor.GetAsync("/patienten");
        await NextAsync();
        var id = fixture.Portal.Trail(AuditEventType.PatientListShown)[0].RequestId;
        var line = Assert.Single(Requests(), entry => (string?)entry["Properties"]!["RequestId"] == id);
        Assert.Equal(("GET", "patienten", 200), ((string?)line["Properties"]!["Method"], (string?)line["Properties"]!["Route"], (int)line["Properties"]!["Status"]!));
        Assert.All(await fixture.Epd.LogAsync(), request => Assert.Equal(id, request.Headers.Single(h => h.Key.Equals("X-Request-Id", StringComparison.OrdinalIgnoreCase)).Value));
    }

    [Fact]
    public async Task Log_Line_NamesTheRouteAndNotTheHandle()
    {
        var path = fixture.DoctorsPath("nobody");
        var answer = await fixture.Doctor.GetAsync(path);
        await NextAsync();
        var line = Assert.Single(Requests(), entry => (string?)entry["Properties"]!["Incident"] == answer.Incident);
        Assert.Equal("patient/{handle}", (string?)line["Properties"]!["Route"]);
        Assert.DoesNotContain(path, line.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_OfOurOwn_IsAPageWithoutItsInside()
    {
        using (fixture.Portal.BreakAccounts())
        {
            foreach (var path in (string[])["/patienten", "/inloggen", "/patient/x/brief/y"])
            {
                var answer = await fixture.Doctor.GetAsync(path);
                Assert.Equal((500, "ZVP-X01", "Er ging iets mis bij ons"), (answer.Status, answer.Code, answer.Part("h1")));
                foreach (var inside in (string[])["Sqlite", "account", "   at ", "Exception"])
                {
                    Assert.DoesNotContain(inside, answer.Words, StringComparison.OrdinalIgnoreCase);
                }

                Assert.Contains(fixture.Portal.Log.Lines, line =>
                    line.Contains(answer.Incident, StringComparison.Ordinal) && line.Contains("no such table", StringComparison.Ordinal));
            }
        }

        Assert.Equal(200, (await fixture.Doctor.GetAsync("/patienten")).Status);
    }

    /// <summary>A line is written when its answer is out: by the next request on the connection it is there.</summary>
    private Task<PortalAnswer> NextAsync() => fixture.Doctor.GetAsync("/help");

    private IEnumerable<JsonNode> Requests() => fixture.Portal.Log.Lines
        .Select(line => JsonNode.Parse(line)!)
        .Where(entry => (string?)entry["Properties"]?["SourceContext"] == "ZorgverlenersPortaal.Requests");

    private async Task TryAsync(string path)
    {
        try
        {
            await fixture.Doctor.GetAsync(path);
        }
        catch (HttpRequestException)
        {
            // a letter that was cut off
        }
    }
}
