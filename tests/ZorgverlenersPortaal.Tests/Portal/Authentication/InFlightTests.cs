using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>R8: what is under way when a session ends, on whichever node, stops.</summary>
[Collection(RealServers.Name)]
public sealed class InFlightTests(SandboxFixture fixture)
{
    [ServerFact("redis-server")]
    public Task R8_LetterHalfSentWhenTheDoctorSignsOutAtTheOtherNode_IsBrokenOff() => BreaksOffAsync("signed out elsewhere");

    [ServerFact("redis-server")]
    public Task R8_LetterHalfSentWhenTheAccountIsBlockedAtTheOtherNode_IsBrokenOff() => BreaksOffAsync("account blocked");

    private async Task BreaksOffAsync(string how)
    {
        await using var epd = await RudeEpd.StartAsync(fixture.Epd.Address);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        epd.OnBinary = async context =>
        {
            context.Response.ContentType = "application/pdf";
            await context.Response.Body.WriteAsync("%PDF-1.7 "u8.ToArray().Concat(new byte[50_000]).ToArray());
            await context.Response.Body.FlushAsync();
            asked.SetResult();
            context.RequestAborted.Register(left.SetResult);
            await left.Task;
            return true;
        };
        await using var nodes = await TwoNodes.StartAsync(epd.Address);
        using var card = TestPki.Shared.Card();
        using var atA = await nodes.A.SignInAsync(card);
        using var atB = TwoNodes.Elsewhere(nodes.B, atA, card);
        var (patient, letter) = (await fixture.Epd.PatientsAsync(PortalFixture.Agb))
            .SelectMany(p => p.Letters.Where(l => l.CanOpen && l.Url.StartsWith("Binary/", StringComparison.Ordinal)).Select(l => (p, l))).First();
        using var response = await atA.StartAsync(nodes.A.LetterPath(patient.Id, letter.Id));
        Assert.Equal(200, (int)response.StatusCode);
        await asked.Task;
        await EndAsync(how, nodes, atB);
        // Well before the proxy itself gives a silent EPD up, after 30 seconds.
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync().WaitAsync(TimeSpan.FromSeconds(15)));
        // The EPD is not read on for nobody either.
        await left.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [ServerFact("redis-server")]
    public async Task R8_ListUnderWayWhenTheSessionEndsAtTheOtherNode_LeadsToSignIn()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var atA = await nodes.A.SignInAsync(card);
        using var atB = TwoNodes.Elsewhere(nodes.B, atA, card);
        await fixture.Epd.ClearLogAsync();
        await using var fault = await fixture.Epd.FaultAsync("hang", "Encounter");
        var list = atA.GetAsync("/patienten");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await EndAsync("account blocked", nodes, atB);
        var answer = await list.WaitAsync(limit.Token);
        Assert.Equal(303, answer.Status);
        Assert.Contains(answer.Location, (string[])["/inloggen?einde=Elsewhere", "/inloggen?einde=AccountEnded"]);
        Assert.Empty(answer.Bytes);
    }

    [ServerFact("redis-server")]
    public async Task R8_ChannelAtAnotherNode_HearsTheEnd()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var atA = await nodes.A.SignInAsync(card);
        using var atB = TwoNodes.Elsewhere(nodes.B, atA, card);
        using var events = await EventReader.OpenAsync(atA, "/sessie/kanaal");
        await events.UntilAsync("stand");
        await EndAsync("signed out elsewhere", nodes, atB);
        Assert.Equal("/inloggen?einde=Elsewhere", await events.UntilAsync("einde"));
    }

    private static async Task EndAsync(string how, TwoNodes nodes, PortalClient atB)
    {
        if (how == "signed out elsewhere")
        {
            Assert.Equal(303, (await atB.SignOutAsync()).Status);
            return;
        }
        await nodes.B.Accounts.BlockAsync(TestCards.Huisarts.UziNumber, "pas gestolen", TestStaff.Noor);
    }
}
