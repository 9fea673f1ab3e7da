using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd.Outbound;

/// <summary>SMART Backend Services against a token endpoint that checks what it is told (fhir.md §4.6).</summary>
public sealed class SmartTokenTests : IAsyncLifetime
{
    private SecureEpd _epd = null!;

    public async Task InitializeAsync() => _epd = await SecureEpd.StartAsync();

    public async Task DisposeAsync() => await _epd.DisposeAsync();

    [Fact]
    public async Task Ask_WithAnRsaKey_TheAssertionIsRs384AndSaysWhatItMust()
    {
        using var rig = EpdRig.Smart(_epd);
        Assert.Empty(rig.Options.Faults(isProduction: true));

        Assert.Equal("200", await rig.TryAsync());

        var (header, claims, form) = Assert.Single(_epd.Assertions);
        Assert.Equal(("RS384", "JWT"), ((string?)header["alg"], (string?)header["typ"]));
        Assert.Equal(["aud", "exp", "iss", "jti", "sub"], claims.Select(c => c.Key).Order(StringComparer.Ordinal));
        Assert.Equal(rig.Clock.GetUtcNow().AddMinutes(3).ToUnixTimeSeconds(), (long)claims["exp"]!);
        Assert.Contains("system/Patient.rs", form["scope"].Split(' '));
        Assert.Equal(["GET /fhir/.well-known/smart-configuration", "POST /auth/token", "GET /fhir/Condition"], _epd.Asked);
    }

    [Fact]
    public async Task Ask_WithACurveKey_TheAssertionIsEs384()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rig = EpdRig.Smart(_epd, keys: folder => File.WriteAllText(Path.Combine(folder, "current.key"), key.ExportECPrivateKeyPem()));

        Assert.Equal("200", await rig.TryAsync());
        Assert.Equal("ES384", (string?)Assert.Single(_epd.Assertions).Header["alg"]);
    }

    [Fact]
    public async Task Ask_ManyAtOnce_AskOneToken()
    {
        var gate = new TaskCompletionSource();
        _epd.OnToken = async _ =>
        {
            await gate.Task.WaitAsync(TimeSpan.FromSeconds(30));
            return false;
        };
        using var rig = EpdRig.Smart(_epd);
        using var gone = new CancellationTokenSource();
        var first = rig.TryAsync(cancellation: gone.Token);
        var others = Enumerable.Range(0, 40).Select(_ => rig.TryAsync()).ToList();

        // The one whose request started it leaves; the token comes all the same.
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.All(await Task.WhenAll(others), status => Assert.Equal("200", status));
        Assert.Equal(1, _epd.TokensGiven);
    }

    [Fact]
    public async Task Ask_WhileTheTokenCounts_AsksNoOther()
    {
        using var rig = EpdRig.Smart(_epd);
        await rig.TryAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(224));

        Assert.Equal("200", await rig.TryAsync());
        Assert.Equal(1, _epd.TokensGiven);
    }

    [Fact]
    public async Task Ask_BeforeTheTokenEnds_UsesItAndFetchesTheNext()
    {
        using var rig = EpdRig.Smart(_epd);
        await rig.TryAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(230));
        var asked = new TaskCompletionSource();
        _epd.OnToken = _ =>
        {
            asked.SetResult();
            return Task.FromResult(false);
        };

        Assert.Equal("200", await rig.TryAsync());
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(2, _epd.Asked.Count(line => line == "POST /auth/token"));
    }

    [Fact]
    public async Task Ask_RenewalFails_TheOldTokenCountsUntilItsEnd()
    {
        using var rig = EpdRig.Smart(_epd);
        await rig.TryAsync();
        _epd.OnToken = context => SecureEpd.StatusAsync(context, 400);
        rig.Clock.Advance(TimeSpan.FromSeconds(280));
        Assert.Equal("200", await rig.TryAsync());

        rig.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("NotAuthenticated", await rig.TryAsync());
    }

    [Fact]
    public async Task Ask_401MidSession_IsTriedOnceWithAFreshToken()
    {
        using var rig = EpdRig.Smart(_epd);
        await rig.TryAsync();
        _epd.ForgetTokens();

        Assert.Equal("200", await rig.TryAsync());
        Assert.Equal(2, _epd.TokensGiven);
        Assert.Equal(3, _epd.Asked.Count(line => line == "GET /fhir/Condition"));
    }

    [Fact]
    public async Task Ask_401MidSessionForMany_AskOneFreshToken()
    {
        using var rig = EpdRig.Smart(_epd);
        await rig.TryAsync();
        _epd.ForgetTokens();

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rig.TryAsync())), status => Assert.Equal("200", status));
        Assert.Equal(2, _epd.TokensGiven);
    }

    [Fact]
    public async Task Ask_401WithAFreshTokenToo_IsNotTriedAThirdTime()
    {
        _epd.OnFhir = context => SecureEpd.StatusAsync(context, 401);
        using var rig = EpdRig.Smart(_epd);

        Assert.Equal("401", await rig.TryAsync());
        Assert.Equal(2, _epd.Asked.Count(line => line == "GET /fhir/Condition"));
    }

    [Fact]
    public async Task Ask_PostSearchAfter401_SendsItsFormAgain()
    {
        var bodies = new List<string>();
        _epd.OnFhir = async context =>
        {
            bodies.Add(await new StreamReader(context.Request.Body).ReadToEndAsync());
            return false;
        };
        using var rig = EpdRig.Smart(_epd);
        await rig.TryAsync();
        _epd.ForgetTokens();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(rig.Options.Base, "Patient/_search")) { Content = new StringContent("identifier=x") };

        using var answer = await rig.Connection.Reading.SendAsync(request, default);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("identifier=x", bodies[^1]);
    }

    [Fact]
    public async Task R7_ScopeNotGranted_ItsSectionIsRefusedAndTheEpdNotAsked()
    {
        _epd.Scope = "system/Condition.rs system/Observation.r system/Consent.rs?category=x";
        using var rig = EpdRig.Smart(_epd);

        Assert.Equal("200", await rig.TryAsync("Condition?patient=p1"));
        Assert.Equal("Refused", await rig.TryAsync("AllergyIntolerance?patient=p1"));
        Assert.Equal("Refused", await rig.TryAsync("Consent?patient=p1"));
        Assert.Equal("Refused", await rig.TryAsync("Observation?patient=p1"));
        Assert.Equal("200", await rig.TryAsync("Observation/o1"));
        Assert.DoesNotContain(_epd.Asked, line => line.Contains("Allergy", StringComparison.Ordinal));
        Assert.Contains("system/AllergyIntolerance.rs", rig.Health.MissingScopes);
        Assert.Contains("system/Observation.rs", rig.Health.MissingScopes);
        Assert.DoesNotContain("system/Condition.rs", rig.Health.MissingScopes);
        Assert.Single(rig.Log.Lines, line => line.Contains("did not grant these scopes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R7_ScopeShrinksAtRenewal_IsRefusedFromThenAndSaid()
    {
        using var rig = EpdRig.Smart(_epd);
        Assert.Equal("200", await rig.TryAsync());
        Assert.Empty(rig.Health.MissingScopes);
        _epd.Scope = "system/Patient.rs";
        _epd.ForgetTokens();

        Assert.Equal("Refused", await rig.TryAsync());
        Assert.Contains("system/Condition.rs", rig.Health.MissingScopes);

        _epd.Scope = null;
        rig.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("200", await rig.TryAsync());
        Assert.Empty(rig.Health.MissingScopes);
        Assert.Contains(rig.Log.Lines, line => line.Contains("grants every scope", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400, "NotAuthenticated")]
    [InlineData(401, "NotAuthenticated")]
    [InlineData(404, "NotAuthenticated")]
    [InlineData(500, "Failing")]
    [InlineData(429, "Failing")]
    public async Task R9_TokenEndpointRefuses_IsANamedFailure(int status, string failure)
    {
        _epd.OnToken = context => SecureEpd.StatusAsync(context, status);
        using var rig = EpdRig.Smart(_epd);

        Assert.Equal(failure, await rig.TryAsync());
        Assert.Equal(failure, rig.Health.TokenFailure.ToString());
    }

    [Theory]
    [InlineData("<html>", "NotAuthenticated")]
    [InlineData("{}", "NotAuthenticated")]
    [InlineData("[]", "NotAuthenticated")]
    [InlineData("""{"access_token":7,"token_type":"bearer"}""", "NotAuthenticated")]
    [InlineData("""{"access_token":"x","token_type":"mac"}""", "NotAuthenticated")]
    [InlineData("""{"access_token":"x\r\nEvil: y","token_type":"bearer"}""", "NotAuthenticated")]
    [InlineData("""{"access_token":"","token_type":"bearer"}""", "NotAuthenticated")]
    [InlineData("""{"access_token":"x","token_type":"bearer","expires_in":"soon"}""", "NotAuthenticated")]
    public async Task R9_TokenAnswerOfNoUse_IsANamedFailure(string answer, string failure)
    {
        _epd.OnToken = async context =>
        {
            await context.Response.WriteAsync(answer);
            return true;
        };
        using var rig = EpdRig.Smart(_epd);

        Assert.Equal(failure, await rig.TryAsync());
    }

    [Fact]
    public async Task R9_TokenAnswerWithoutEnd_IsTooLarge()
    {
        _epd.OnToken = async context =>
        {
            await context.Response.WriteAsync(new string(' ', 70_000));
            return true;
        };
        using var rig = EpdRig.Smart(_epd);

        Assert.Equal("TooLarge", await rig.TryAsync());
    }

    [Fact]
    public async Task Ask_Refused_TheTokenEndpointIsLeftAloneForTenSeconds()
    {
        _epd.OnToken = context => SecureEpd.StatusAsync(context, 400);
        using var rig = EpdRig.Smart(_epd);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("NotAuthenticated", await rig.TryAsync());
        }
        Assert.Single(_epd.Asked, line => line == "POST /auth/token");

        _epd.OnToken = _ => Task.FromResult(false);
        rig.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("200", await rig.TryAsync());
        Assert.Null(rig.Health.TokenFailure);
    }

    [Fact]
    public async Task Ask_RefusedByTheTokenEndpoint_IsNotDown()
    {
        _epd.OnToken = context => SecureEpd.StatusAsync(context, 400);
        using var rig = EpdRig.Smart(_epd);
        for (var i = 0; i < 3 * EpdPatience.FewestAttempts; i++)
        {
            await rig.TryAsync();
        }

        Assert.Equal(EpdState.Ok, rig.Health.Condition.State);
    }

    [Theory]
    [InlineData("https://evil.example/token")]
    [InlineData("http://localhost/token")]
    [InlineData("https://user@localhost/token")]
    [InlineData("https://localhost/token?to=evil")]
    [InlineData("/token")]
    [InlineData("")]
    public async Task R12_DiscoveredEndpointElsewhere_GetsNoAssertion(string named)
    {
        _epd.Named = named;
        using var rig = EpdRig.Smart(_epd);

        Assert.Equal("NotAuthenticated", await rig.TryAsync());
        Assert.Equal(["GET /fhir/.well-known/smart-configuration"], _epd.Asked);
    }

    [Fact]
    public async Task R12_DiscoveredEndpointOnAConfiguredHost_IsAsked()
    {
        await using var authorization = await SecureEpd.StartAsync();
        _epd.Named = authorization.TokenAddress.Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
        using var without = EpdRig.Smart(_epd);
        Assert.Equal("NotAuthenticated", await without.TryAsync());

        using var rig = EpdRig.Smart(_epd, options => options.Smart.TokenHosts.Add("127.0.0.1"));
        await rig.TryAsync();
        Assert.Contains("POST /auth/token", authorization.Asked);
    }

    [Fact]
    public async Task R5_Token_IsInNoLogAndNoText()
    {
        using var rig = EpdRig.Smart(_epd);
        await rig.TryAsync();
        _epd.OnFhir = context => SecureEpd.StatusAsync(context, 500);
        await rig.TryAsync();

        Assert.DoesNotContain(rig.Log.Lines, line => line.Contains("geheim", StringComparison.Ordinal) || line.Contains("eyJ", StringComparison.Ordinal));
        Assert.Equal("AccessToken", (await rig.Connection.Tokens!.GetAsync(default)).ToString());
    }
}
