using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>Returns that are not the person's own: replayed, from elsewhere, forged.</summary>
[Collection(DeziJourneys.Name)]
public sealed class DeziReturnTests : IDisposable
{
    private readonly DeziFixture _fixture;
    private readonly PortalClient _client;

    public DeziReturnTests(DeziFixture fixture)
    {
        _fixture = fixture;
        _fixture.Issuer.Script = new();
        _client = fixture.Portal.Client(null);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Return_ASecondTime_IsRefusedAndTheSessionGoesOn()
    {
        var back = await _fixture.ComeBackAsync(_client);
        await _client.GetAsync(back);
        var secret = _client.SessionCookie;
        using var thief = _fixture.Portal.Client(null);
        Refused(await thief.GetAsync(back), DeziRefusal.StateUnknown, thief);
        var own = await _client.GetAsync(back);
        Assert.Equal((403, "ZVP-D03"), (own.Status, own.Code));
        Assert.Equal(secret, _client.SessionCookie);
        Assert.Equal("/patienten", (await _client.GetAsync("/")).Location);
    }

    [Fact]
    public async Task Return_TwiceAtOnce_MakesOneSession()
    {
        var back = await _fixture.ComeBackAsync(_client);
        var before = _fixture.Portal.Trail(AuditEventType.SignedIn).Count;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _client.GetAsync(back)));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(before + 1, _fixture.Portal.Trail(AuditEventType.SignedIn).Count);
    }

    [Fact]
    public async Task Return_OldCodeInANewVisit_IsRefusedByTheIssuer()
    {
        var used = Query(await _fixture.ComeBackAsync(_client))["code"];
        _fixture.Issuer.Script = new() { Return = (_, state) => $"{TestDeziIssuer.ReturnAddress}?code={used}&state={state}" };
        // The code was made for another challenge (PKCE), so it cannot be slipped into someone's visit.
        Refused(await _fixture.SignInAsync(_client), DeziRefusal.CodeRefused);
    }

    [Fact]
    public async Task Return_WithoutTheCookie_IsRefused()
    {
        var back = await _fixture.ComeBackAsync(_client);
        using var bare = _fixture.Portal.Client(null);
        Refused(await bare.GetAsync(back), DeziRefusal.OtherBrowser, bare);
        Refused(await _client.GetAsync(back), DeziRefusal.StateUnknown);
    }

    [Fact]
    public async Task Return_InABrowserWithAVisitOfItsOwn_IsRefused()
    {
        // Login CSRF: the attacker's code and state in the victim's browser.
        var attackers = await _fixture.ComeBackAsync(_client);
        using var victim = _fixture.Portal.Client(null);
        await victim.GetAsync("/inloggen/dezi");
        Refused(await victim.GetAsync(attackers), DeziRefusal.OtherBrowser, victim);
    }

    [Fact]
    public async Task Return_WithTheStateOfAnotherVisitOfThisBrowser_IsRefused()
    {
        var first = await _fixture.ComeBackAsync(_client);
        await _fixture.ComeBackAsync(_client);
        Refused(await _client.GetAsync(first), DeziRefusal.OtherBrowser);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x")]
    public async Task Return_MadeUpState_IsRefused(string state)
    {
        var answer = await _client.GetAsync("/inloggen/dezi/terug?code=x&state=" + state);
        Refused(answer, state.Length == 0 ? DeziRefusal.ReturnMalformed : DeziRefusal.StateUnknown);
    }

    [Theory]
    [InlineData("&state={0}")]
    [InlineData("?state={0}")]
    [InlineData("?state={0}&code=a&code=b")]
    [InlineData("?state={0}&state={0}&code=a")]
    [InlineData("?state={0}&code=")]
    public async Task Return_IncompleteOrDoubled_IsRefused(string query)
    {
        _fixture.Issuer.Script = new() { Return = (_, state) => TestDeziIssuer.ReturnAddress + string.Format(System.Globalization.CultureInfo.InvariantCulture, query, state) };
        var back = await _fixture.ComeBackAsync(_client);
        Refused(await _client.GetAsync(back.Replace("terug&", "terug?", StringComparison.Ordinal)), DeziRefusal.ReturnMalformed);
    }

    [Fact]
    public async Task Return_CodeLongerThanAnyCode_IsRefused()
    {
        _fixture.Issuer.Script = new() { Return = (_, state) => $"{TestDeziIssuer.ReturnAddress}?state={state}&code={new string('a', 2049)}" };
        Refused(await _fixture.SignInAsync(_client), DeziRefusal.ReturnMalformed);
    }

    [Theory]
    [InlineData("error=access_denied", DeziRefusal.Cancelled)]
    [InlineData("error=server_error&error_description=%3Cscript%3E", DeziRefusal.IssuerReportedError)]
    [InlineData("code=x&iss=https%3A%2F%2Fevil.example", DeziRefusal.IssuerMixedUp)]
    [InlineData("code=x&iss=", DeziRefusal.IssuerMixedUp)]
    public async Task Return_OfAnotherKind_HasItsOwnRefusal(string query, DeziRefusal refusal)
    {
        _fixture.Issuer.Script = new() { Return = (_, state) => $"{TestDeziIssuer.ReturnAddress}?state={state}&{query}" };
        var answer = await _fixture.SignInAsync(_client);
        Refused(answer, refusal);
        Assert.DoesNotContain("script>", answer.Part("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_AfterTenMinutes_IsRefused()
    {
        var back = await _fixture.ComeBackAsync(_client);
        _fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Refused(await _client.GetAsync(back), DeziRefusal.StateUnknown);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https%3A%2F%2Fevil.example")]
    public async Task Return_WithAnAddressToGoTo_LandsOnThePortalAllTheSame(string address)
    {
        _fixture.Issuer.Script = new()
        {
            Return = (code, state) => $"{TestDeziIssuer.ReturnAddress}?state={state}&code={code}&returnUrl={address}&landing={address}&redirect_uri={address}",
        };
        await DeziAssert.SignedInAsync(_client, await _fixture.SignInAsync(_client));
    }

    [Fact]
    public async Task Start_WithParameters_GoesToTheConfiguredIssuerOnly()
    {
        var start = await _client.GetAsync("/inloggen/dezi?iss=https://evil.example&returnUrl=//evil.example&redirect_uri=https://evil.example");
        Assert.StartsWith(_fixture.Issuer.Name + "/authorize?", start.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", start.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_EachTime_HasItsOwnStateNonceAndChallenge()
    {
        string[] names = ["state", "nonce", "code_challenge"];
        var visits = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var query = Query((await _client.GetAsync("/inloggen/dezi")).Location!);
            visits.AddRange(names.Select(name => query[name]));
        }

        Assert.Equal(9, visits.Distinct(StringComparer.Ordinal).Count());
        Assert.All(visits, secret => Assert.Matches(@"\A[A-Za-z0-9_-]{43}\z", secret));
    }

    [Fact]
    public async Task Start_TooOftenFromOneAddress_IsRefusedForAMinute()
    {
        _fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < DeziFlowStore.StartsPerMinute; i++)
        {
            Assert.Equal(303, (await _client.GetAsync("/inloggen/dezi")).Status);
        }
        var answer = await _client.GetAsync("/inloggen/dezi");
        Assert.Equal((429, "ZVP-D01"), (answer.Status, answer.Code));
        Assert.Equal(nameof(DeziRefusal.TooManyStarts), _fixture.Portal.Trail(AuditEventType.SignInRefused)[0].Decision!.ReasonCode);
        _fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(303, (await _client.GetAsync("/inloggen/dezi")).Status);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Start_FromAnotherSite_GoesNowhere(string from)
    {
        var answer = await _client.GetAsync("/inloggen/dezi", ("Sec-Fetch-Site", from), ("Sec-Fetch-Mode", "navigate"));
        Assert.Equal((303, "/inloggen", null), (answer.Status, answer.Location, answer.Header("Set-Cookie")));
    }

    [Fact]
    public async Task Return_AsABrowserComesFromAnotherSite_IsTaken()
    {
        var back = await _fixture.ComeBackAsync(_client);
        await DeziAssert.SignedInAsync(_client, await _client.GetAsync(back, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")));
    }

    [Fact]
    public async Task Return_ByPostOrInsideAPage_IsNotTaken()
    {
        var back = await _fixture.ComeBackAsync(_client);
        Assert.NotEqual(200, (await _client.SendAsync(HttpMethod.Post, back, null)).Status);
        Assert.Equal(403, (await _client.GetAsync(back, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors"))).Status);
        await DeziAssert.SignedInAsync(_client, await _client.GetAsync(back));
    }

    private void Refused(PortalAnswer answer, DeziRefusal refusal, PortalClient? client = null) =>
        DeziAssert.Refused(_fixture.Portal, client ?? _client, answer, refusal);

    private static Dictionary<string, string> Query(string address) =>
        QueryHelpers.ParseQuery(new Uri(new Uri("https://localhost"), address).Query).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
}
