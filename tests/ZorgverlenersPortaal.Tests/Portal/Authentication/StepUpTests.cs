using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>The card once more: only a handshake later than the challenge, for one purpose, once (docs/adr/0015).</summary>
public sealed class StepUpTests : IAsyncLifetime
{
    private const string Text = "Ik herken een sessie niet: 'Ä' <b>";
    private readonly X509Certificate2 _card = TestPki.Shared.Card();
    private PortalHost _portal = null!;

    public static TheoryData<string> Versions => new() { "1.1", "2.0" };

    public async Task InitializeAsync() => _portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir");

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task StepUp_FormSentOverTheOldConnection_ComesBackWithItsTextOverANewOne(string version)
    {
        using var client = await _portal.SignInAsync(_card, Version.Parse(version));
        using var other = await _portal.SignInAsync(_card);
        var asked = await AskAsync(client);
        Assert.Equal(1, client.Connections);
        Assert.Empty(_portal.Trail(AuditEventType.StepUpProven));

        var form = await client.GetAsync(asked);
        Assert.Equal((200, 2), (form.Status, client.Connections));
        Assert.Equal(Text, form.Page.QuerySelector("textarea")!.TextContent);
        Assert.Contains("We hebben je pas opnieuw gecontroleerd", form.Words, StringComparison.Ordinal);
        Assert.Equal("/patienten", (await other.GetAsync("/")).Location);

        var done = await client.SubmitAsync(form, "/sessies/overal", ("opmerking", Text));
        Assert.Equal((303, "/uitgelogd"), (done.Status, done.Location));
        Assert.Equal("\"cache\", \"storage\"", done.Header("Clear-Site-Data"));
        Assert.Equal("/inloggen?einde=Unknown", (await other.GetAsync("/")).Location);
        Assert.Equal("SignOutEverywhere", _portal.Trail(AuditEventType.StepUpProven).Single().Detail);
        var record = _portal.Trail(AuditEventType.SignedOutEverywhere).Single();
        Assert.Equal(("sessions:2", Text), (record.Detail, record.Decision!.Facts.Single().Value));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task StepUp_ProofOverAConnectionFromBeforeTheChallenge_IsNone(string version)
    {
        using var client = await _portal.SignInAsync(_card, Version.Parse(version));
        using var older = new PortalClient(_portal.Address, _card, client.Cookies, Version.Parse(version));
        Assert.Equal(303, (await older.GetAsync("/")).Status);
        var form = await client.GetAsync(await AskAsync(client));

        // The same browser, over its second connection, which is older than the challenge.
        var answer = await older.SubmitAsync(form, "/sessies/overal", ("opmerking", Text));
        Assert.Equal((303, 1), (answer.Status, older.Connections));
        Assert.StartsWith("/sessies/overal?bewijs=", answer.Location, StringComparison.Ordinal);
        Assert.Empty(_portal.Trail(AuditEventType.StepUpProven));
        Assert.Empty(_portal.Trail(AuditEventType.StepUpRefused));

        // That connection was closed: the next one is later, and the same challenge is met.
        var again = await older.GetAsync(answer.Location!);
        while (again.Status == 303 && older.Connections == 1)
        {
            // Over HTTP/2 the next request may be on its way before the client has read that its connection is closed.
            again = await older.GetAsync(again.Location!);
        }
        Assert.Equal((200, 2), (again.Status, older.Connections));
        Assert.Equal("/uitgelogd", (await older.SubmitAsync(again, "/sessies/overal")).Location);
    }

    [Fact]
    public async Task StepUp_FormShownOverAConnectionFromBeforeTheChallenge_IsAskedForAgain()
    {
        using var client = await _portal.SignInAsync(_card);
        using var older = client.WithCard(_card);
        Assert.Equal(303, (await older.GetAsync("/")).Status);
        var asked = await AskAsync(client);
        var answer = await older.GetAsync(asked);
        Assert.Equal((303, asked, "close"), (answer.Status, answer.Location, answer.Header("Connection")));
        Assert.Equal((200, 2), ((await older.GetAsync(asked)).Status, older.Connections));
    }

    [Fact]
    public async Task StepUp_ProofUsedOnce_ProvesNothingAfterwards()
    {
        using var client = await _portal.SignInAsync(_card);
        var form = await client.GetAsync(await AskAsync(client));
        Assert.Equal("/uitgelogd", (await client.SubmitAsync(form, "/sessies/overal")).Location);
        await client.GetAsync("/inloggen");
        var page = await client.GetAsync("/sessies");
        var proof = form.Page.QuerySelector("input[name=bewijs]")!.GetAttribute("value")!;
        Assert.StartsWith("/sessies/overal?bewijs=", (await client.SubmitAsync(page, "/sessies/overal", ("bewijs", proof))).Location, StringComparison.Ordinal);
        Assert.Equal("SignOutEverywhere: Unknown", _portal.Trail(AuditEventType.StepUpRefused).Single().Detail);
    }

    [Fact]
    public async Task StepUp_ProofSentTwiceAtOnce_IsTakenByOne()
    {
        using var client = await _portal.SignInAsync(_card);
        var asked = await AskAsync(client);
        var name = asked[(asked.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RequireAsync(name, StepUpPurpose.SignOutEverywhere, client))));
        Assert.Single(outcomes, outcome => outcome is null);
    }

    [Fact]
    public async Task StepUp_FiveMinutesLater_IsAskedForAgain()
    {
        using var client = await _portal.SignInAsync(_card);
        var form = await client.GetAsync(await AskAsync(client));
        _portal.Clock.Advance(TimeSpan.FromMinutes(5.1));
        var answer = await client.SubmitAsync(form, "/sessies/overal", ("opmerking", Text));
        Assert.StartsWith("/sessies/overal?bewijs=", answer.Location, StringComparison.Ordinal);
        Assert.Equal("SignOutEverywhere: Unknown", _portal.Trail(AuditEventType.StepUpRefused).Single().Detail);
        Assert.Equal(Text, (await client.GetAsync(answer.Location!)).Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task StepUp_ProofOfAnotherSessionOfTheSameDoctor_IsRefused()
    {
        using var client = await _portal.SignInAsync(_card);
        using var other = await _portal.SignInAsync(_card);
        var form = await client.GetAsync(await AskAsync(client));
        using var later = other.WithCard(_card);
        var proof = form.Page.QuerySelector("input[name=bewijs]")!.GetAttribute("value")!;
        var answer = await later.SubmitAsync(await later.GetAsync("/sessies"), "/sessies/overal", ("bewijs", proof));
        Assert.StartsWith("/sessies/overal?bewijs=", answer.Location, StringComparison.Ordinal);
        Assert.Equal("SignOutEverywhere: OtherSession", _portal.Trail(AuditEventType.StepUpRefused).Single().Detail);
    }

    [Fact]
    public async Task StepUp_ProofForAnotherPurpose_IsRefused()
    {
        using var client = await _portal.SignInAsync(_card);
        var asked = await AskAsync(client);
        var name = asked[(asked.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.NotNull(await RequireAsync(name, StepUpPurpose.EmergencyAccess, client));
        Assert.Equal("EmergencyAccess: OtherPurpose", _portal.Trail(AuditEventType.StepUpRefused).Single().Detail);
        Assert.Null(await RequireAsync(name, StepUpPurpose.SignOutEverywhere, client));
    }

    [Fact]
    public async Task StepUp_TextOfAnotherDoctor_IsNotShown()
    {
        using var client = await _portal.SignInAsync(_card);
        var asked = await AskAsync(client);
        using var other = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        foreach (var path in (string[])[asked, asked.Replace("bewijs", "concept", StringComparison.Ordinal)])
        {
            var page = await other.GetAsync(path);
            Assert.Equal((200, ""), (page.Status, page.Page.QuerySelector("textarea")!.TextContent));
            Assert.Null(page.Page.QuerySelector("input[name=bewijs]"));
        }
    }

    [Fact]
    public async Task StepUp_SessionWithoutACard_IsNeverProvenByALaterConnection()
    {
        using var client = await _portal.SignInAsync(_card);
        var asked = await AskAsync(client);
        var name = asked[(asked.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.Equal("/elders", await RequireAsync(name, StepUpPurpose.SignOutEverywhere, client, SignInMethod.Dezi));
        Assert.Equal("SignOutEverywhere: NoCard", _portal.Trail(AuditEventType.StepUpRefused).Single().Detail);
    }

    /// <summary>Sends the form without proof: the address of the form to come back to.</summary>
    private static async Task<string> AskAsync(PortalClient client)
    {
        var asked = await client.SubmitAsync(await client.GetAsync("/sessies"), "/sessies/overal", ("opmerking", Text));
        Assert.Equal(303, asked.Status);
        Assert.StartsWith("/sessies/overal?bewijs=", asked.Location, StringComparison.Ordinal);
        return asked.Location!;
    }

    /// <summary>A request of this client's session over a connection made now.</summary>
    private async Task<string?> RequireAsync(string name, StepUpPurpose purpose, PortalClient client, SignInMethod method = SignInMethod.Card)
    {
        var secret = client.SessionCookie!;
        var session = (await _portal.Services.GetRequiredService<SessionStore>().FindAsync(secret, default))! with { Method = method };
        var context = new DefaultHttpContext { RequestServices = _portal.Services };
        context.Features.Set(new CurrentSession(SessionStore.Hash(secret), session, _portal.Clock.GetUtcNow(), IsLongest: false));
        context.Features.Set<CardVisit>(TestDossier.Visit());
        context.Features.Set(new Handshake(_portal.Clock.GetUtcNow()));
        context.Request.Path = "/elders";
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Form = new FormCollection(new() { [StepUp.Field] = name });
        return await _portal.Services.GetRequiredService<StepUp>().RequireAsync(context, purpose);
    }
}
