using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>An issuer that is down, slow, boundless or astray: an honest page, nobody in, and the next sign-in works again.</summary>
[Collection(DeziJourneys.Name)]
public sealed class DeziOutageTests : IDisposable
{
    private readonly DeziFixture _fixture;
    private readonly PortalClient _client;

    public DeziOutageTests(DeziFixture fixture)
    {
        _fixture = fixture;
        _client = fixture.Portal.Client(null);
    }

    public static TheoryData<string, string, DeziRefusal> Answers { get; } = new()
    {
        { "/token", "500", DeziRefusal.IssuerUnreachable },
        { "/token", "400", DeziRefusal.CodeRefused },
        { "/token", "302", DeziRefusal.IssuerRedirected },
        { "/token", "endless", DeziRefusal.AnswerTooLarge },
        { "/token", "broken off", DeziRefusal.IssuerUnreachable },
        { "/token", "html", DeziRefusal.AnswerMalformed },
        { "/token", "list", DeziRefusal.AnswerMalformed },
        { "/token", "line break", DeziRefusal.AnswerMalformed },
        { "/userinfo", "503", DeziRefusal.IssuerUnreachable },
        { "/userinfo", "401", DeziRefusal.AnswerMalformed },
        { "/userinfo", "302", DeziRefusal.IssuerRedirected },
        { "/userinfo", "endless", DeziRefusal.AnswerTooLarge },
        { "/userinfo", "html", DeziRefusal.NotSigned },
    };

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task R9_Answer_OfAnotherKind_IsRefusedAndTheNextSignInWorks(string path, string answer, DeziRefusal refusal)
    {
        await using var elsewhere = await LoopbackServer.StartAsync();
        _fixture.Issuer.Script = Answering(path, context => AnswerAsync(context, answer, elsewhere.Address));
        DeziAssert.Refused(_fixture.Portal, _client, await _fixture.SignInAsync(_client), refusal);
        Assert.Empty(elsewhere.Asked);

        _fixture.Issuer.Script = new();
        await DeziAssert.SignedInAsync(_client, await _fixture.SignInAsync(_client));
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/userinfo")]
    public async Task R9_Answer_ThatDoesNotCome_IsRefusedWhenItsTimeIsOver(string path)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _fixture.Issuer.Script = Answering(path, async context =>
        {
            asked.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        });
        var answer = _fixture.SignInAsync(_client);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _fixture.Portal.Clock.Advance(TimeSpan.FromSeconds(31));
        DeziAssert.Refused(_fixture.Portal, _client, await answer, DeziRefusal.IssuerUnreachable);
    }

    [Fact]
    public async Task R9_Issuer_Gone_IsRefusedWithTheTruth()
    {
        var issuer = await TestDeziIssuer.StartAsync();
        var folder = PortalHost.MakeFolder();
        await using var portal = await PortalHost.StartAsync(folder, "http://127.0.0.1:9/fhir", issuer.SettingsIn(folder));
        using var client = portal.Client(null);
        var back = await issuer.VisitAsync((await client.GetAsync("/inloggen/dezi")).Location!);
        await issuer.DisposeAsync();
        var answer = await client.GetAsync(back);
        DeziAssert.Refused(portal, client, answer, DeziRefusal.IssuerUnreachable);
        Assert.Equal("Dezi is nu niet bereikbaar", answer.Part("h1"));
        Assert.Contains("Dit ligt niet aan jou.", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R9_Issuer_WithACertificateOfAnotherCa_IsNotSpokenTo()
    {
        await using var portal = await _fixture.StartPortalAsync(("Dezi:Authorities", ""));
        using var client = portal.Client(null);
        _fixture.Issuer.Script = new();
        var asked = _fixture.Issuer.Asked.Count;
        var answer = await _fixture.SignInAsync(client, portal);
        DeziAssert.Refused(portal, client, answer, DeziRefusal.IssuerUnreachable);
        Assert.Equal(asked, _fixture.Issuer.Asked.Count);
    }

    [Fact]
    public async Task R2_TrailGone_NobodyIsSignedIn()
    {
        _fixture.Issuer.Script = new();
        await using var portal = await _fixture.StartPortalAsync();
        using var client = portal.Client(null);
        var back = await _fixture.ComeBackAsync(client, portal);
        using (portal.BreakTrail())
        {
            var answer = await client.GetAsync(back);
            Assert.Equal((503, "ZVP-X02"), (answer.Status, answer.Code));
            Assert.Null(client.SessionCookie);
        }
    }

    private static DeziScript Answering(string path, RequestDelegate answer) =>
        new() { Answers = new Dictionary<string, RequestDelegate>(StringComparer.Ordinal) { [path] = answer } };

    private static async Task AnswerAsync(HttpContext context, string answer, Uri elsewhere)
    {
        if (int.TryParse(answer, System.Globalization.CultureInfo.InvariantCulture, out var status))
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = elsewhere.AbsoluteUri;
            return;
        }
        await context.Response.WriteAsync(answer switch
        {
            "html" => "<html>Even geduld</html>",
            "list" => "[]",
            "line break" => """{"access_token":"a\r\nX-Evil: 1","id_token":"a.b.c"}""",
            _ => "{",
        });
        if (answer == "broken off")
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
        var piece = new byte[16 * 1024];
        while (answer == "endless" && !context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(piece);
        }
    }
}
