using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>A fresh proof within a session of Dezi.</summary>
[Collection(DeziJourneys.Name)]
public sealed class DeziStepUpTests : IDisposable
{
    private readonly DeziFixture _fixture;
    private readonly PortalClient _client;
    private readonly Visit _visit;

    public DeziStepUpTests(DeziFixture fixture)
    {
        _fixture = fixture;
        _fixture.Issuer.Script = new();
        _client = fixture.Portal.Client(null);
        _visit = new()
        {
            Provider = new("900021219", "S. Hoekstra", CareRole.GeneralPractitioner, "01.015", AgbCode.TryRead("01056789"), "90000382", null),
            SessionReference = Guid.NewGuid().ToString("N"),
            RequestId = "r",
            Incident = "i",
            CardSerial = null,
            CardIssuer = null,
        };
    }

    private DeziStepUp StepUp => _fixture.Portal.Services.GetRequiredService<DeziStepUp>();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task StepUp_ProvenAnew_CountsOnceForThisSessionOnly()
    {
        var answer = await _client.GetAsync(await ComeBackAsync());
        Assert.Equal((200, "0;url=/noodprocedure"), (answer.Status, answer.Header("Refresh")));
        Assert.Equal("0", _fixture.Issuer.Visit["max_age"]);
        Assert.Null(_client.SessionCookie);
        var record = _fixture.Portal.Trail(AuditEventType.ConfirmedWithDezi)[0];
        Assert.Equal((_visit.SessionReference, "900021219", "dezi"), (record.Actor!.SessionId, record.Actor.UziNumber, record.Decision!.Rule));
        Assert.Null(await StepUp.TakeProofAsync(_visit with { SessionReference = "another" }, CancellationToken.None));
        Assert.NotNull(await StepUp.TakeProofAsync(_visit, CancellationToken.None));
        Assert.Null(await StepUp.TakeProofAsync(_visit, CancellationToken.None));
    }

    [Fact]
    public async Task StepUp_ProofOlderThanTwoMinutes_IsGone()
    {
        await _client.GetAsync(await ComeBackAsync());
        _fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await StepUp.TakeProofAsync(_visit, CancellationToken.None));
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(null)]
    public async Task StepUp_ProofOfBeforeTheQuestionOrWithoutItsTime_IsRefused(int? seconds)
    {
        _fixture.Issuer.Script = new()
        {
            IdToken = claims => claims["auth_time"] = seconds is { } s ? _fixture.Portal.Clock.GetUtcNow().AddSeconds(s).ToUnixTimeSeconds() : null,
        };
        await RefusesAsync(DeziRefusal.NotFresh);
    }

    [Fact]
    public async Task StepUp_BySomeoneElse_IsRefused()
    {
        _fixture.Issuer.Script = new() { Statement = s => s["dezi_nummer"] = TestCards.Huisarts2.UziNumber };
        await RefusesAsync(DeziRefusal.OtherPerson);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("")]
    public Task StepUp_LandingElsewhere_IsAFault(string landing) =>
        Assert.ThrowsAsync<ArgumentException>(() => StepUp.LeaveAsync(new DefaultHttpContext(), _visit, landing));

    private async Task RefusesAsync(DeziRefusal refusal)
    {
        DeziAssert.Refused(_fixture.Portal, _client, await _client.GetAsync(await ComeBackAsync()), refusal);
        Assert.Null(await StepUp.TakeProofAsync(_visit, CancellationToken.None));
    }

    /// <summary>No page asks for a step-up yet, so the test takes the place of the one that will.</summary>
    private async Task<string> ComeBackAsync()
    {
        var context = new DefaultHttpContext();
        var address = await StepUp.LeaveAsync(context, _visit, "/noodprocedure");
        _client.Cookies.SetCookies(new Uri("https://localhost"), context.Response.Headers.SetCookie.Single()!.Split(';')[0] + "; path=/; secure");
        return await _fixture.Issuer.VisitAsync(address!.AbsoluteUri);
    }
}
