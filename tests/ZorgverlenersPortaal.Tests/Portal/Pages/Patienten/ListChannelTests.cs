using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Sections.Live;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>What an open list hears, and what it costs the EPD: a real portal over mutual TLS, and an EPD that a test changes.</summary>
public sealed class ListChannelTests : IAsyncLifetime
{
    private readonly X509Certificate2 _card = TestPki.Shared.Card();
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        _epd.Has(Some.Practitioner(agb: TestCards.Huisarts.Agb), Some.Patient(), Some.Encounter(start: now.AddDays(-2).ToString("yyyy-MM-dd", null)));
        _portal = await PortalHost.StartAsync(_epd.Base);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task Channel_EpdThatChanged_SaysSoAndNothingElse()
    {
        using var client = await _portal.SignInAsync(_card);
        using var events = await OpenAsync(client, await ListAsync(client));
        await events.UntilAsync("volgt");
        Admit();
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("", await events.UntilAsync("gewijzigd"));
        // The page that is fetched then shows it.
        Assert.Equal(2, (await ListAsync(client)).Page.QuerySelectorAll("a.zvp-hit__link").Length);
    }

    [Fact]
    public async Task Channel_NothingChanged_SaysNothing()
    {
        using var client = await _portal.SignInAsync(_card);
        using var events = await OpenAsync(client, await ListAsync(client));
        await events.UntilAsync("volgt");
        var asked = Practitioners;
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        await _epd.UntilAskedAsync("Practitioner", asked + 1);
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.DoesNotContain("gewijzigd", await RestAsync(events));
    }

    [Fact]
    public async Task Channel_PageThatIsOutOfDateFromTheStart_HearsIt()
    {
        using var client = await _portal.SignInAsync(_card);
        var page = await ListAsync(client);
        Admit();
        using var events = await OpenAsync(client, page);
        await events.UntilAsync("volgt");
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        await events.UntilAsync("gewijzigd");
    }

    [Fact]
    public async Task Channel_NobodyLooks_NothingIsAsked()
    {
        using var client = await _portal.SignInAsync(_card);
        using (var events = await OpenAsync(client, await ListAsync(client)))
        {
            await events.UntilAsync("volgt");
            _portal.Clock.Advance(TimeSpan.FromSeconds(61));
            await events.UntilAsync("pauze");
            Assert.Null(await events.NextAsync());
        }
        int Asked() => _epd.Asked.Count(one => one.Type != "metadata");
        int asked;
        do
        {
            // The look that the channel's end met on its way may still be going.
            asked = Asked();
            await client.GetAsync("/sessies");
        }
        while (asked != Asked());
        _portal.Clock.Advance(TimeSpan.FromMinutes(5));
        // Something that does ask, after which anything that came in between would be there.
        await client.GetAsync("/sessies");
        Assert.Equal(asked, Asked());
    }

    [Fact]
    public async Task Channel_TwoSessionsOfOneDoctor_AreServedByOneLook()
    {
        using var one = await _portal.SignInAsync(_card);
        using var other = await _portal.SignInAsync(_card);
        using var first = await OpenAsync(one, await ListAsync(one));
        await first.UntilAsync("volgt");
        using var second = await OpenAsync(other, await ListAsync(other));
        await second.UntilAsync("volgt");
        var asked = Practitioners;
        Admit();
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        await first.UntilAsync("gewijzigd");
        await second.UntilAsync("gewijzigd");
        Assert.Equal(asked + 1, Practitioners);
    }

    [Fact]
    public async Task R1_Channel_OfAnotherDoctor_HearsNothingOfThisList()
    {
        _epd.Has(Some.Practitioner("gp2", TestCards.Huisarts2.Agb));
        using var client = await _portal.SignInAsync(_card);
        using var other = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        using var own = await OpenAsync(client, await ListAsync(client));
        await own.UntilAsync("volgt");
        using var others = await OpenAsync(other, await ListAsync(other));
        await others.UntilAsync("volgt");
        Admit();
        var asked = Practitioners;
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        await own.UntilAsync("gewijzigd");
        await _epd.UntilAskedAsync("Practitioner", asked + 2);
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.DoesNotContain("gewijzigd", await RestAsync(others));
    }

    [Fact]
    public async Task R2_Channel_IsRecordedOnceWhenItOpens()
    {
        using var client = await _portal.SignInAsync(_card);
        var page = await ListAsync(client);
        var shown = _portal.Trail(AuditEventType.PatientListShown).Count;
        using var events = await OpenAsync(client, page);
        await events.UntilAsync("volgt");
        Admit();
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        await events.UntilAsync("gewijzigd");
        var record = Assert.Single(_portal.Trail(AuditEventType.ListWatched));
        Assert.Equal(("900021219", "OwnList", "TREAT"), (record.Actor!.UziNumber, record.Decision!.ReasonCode, record.Purpose));
        Assert.Empty(record.Patients);
        Assert.Equal(shown, _portal.Trail(AuditEventType.PatientListShown).Count);
    }

    [Fact]
    public async Task R2_Channel_ThatCannotBeRecorded_DoesNotOpen()
    {
        using var client = await _portal.SignInAsync(_card);
        var page = await ListAsync(client);
        using var broken = _portal.BreakTrail();
        Assert.Equal(503, (await client.GetAsync(Channel(page))).Status);
    }

    [Fact]
    public async Task R4_Channel_StrangerAmongTheAnswers_IsRecordedOnce()
    {
        using var client = await _portal.SignInAsync(_card);
        using var events = await OpenAsync(client, await ListAsync(client));
        await events.UntilAsync("volgt");
        var stranger = Some.Encounter("e9", "p9");
        _epd.On("Encounter", ScriptedAnswer.Bundle(_epd.Resource("Encounter/e1"), stranger));
        var asked = Practitioners;
        for (var turn = 1; turn <= 3; turn++)
        {
            _portal.Clock.Advance(TimeSpan.FromSeconds(turn == 1 ? 31 : 5));
            await _portal.Services.GetRequiredService<EpdNews>().TellAsync();
        }
        await _epd.UntilAskedAsync("Practitioner", asked + 1);
        await events.UntilAsync("gewijzigd");
        Assert.Equal(["Encounter/e9/1"], Assert.Single(_portal.Trail(AuditEventType.ForeignResourceDropped)).Resources.Select(r => r.EndsWith("/1", StringComparison.Ordinal) ? r : r + "/1"));
    }

    [Fact]
    public async Task R7_Channel_EpdThatFails_SaysThatItIsUnknownAndThenThatItIsKnownAgain()
    {
        using var client = await _portal.SignInAsync(_card);
        using var events = await OpenAsync(client, await ListAsync(client));
        await events.UntilAsync("volgt");
        _epd.Once("Practitioner", ScriptedAnswer.Status(404));
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        await events.UntilAsync("onbekend");
        _portal.Clock.Advance(TimeSpan.FromSeconds(5));
        await _portal.Services.GetRequiredService<EpdNews>().TellAsync();
        await events.UntilAsync("weer");
    }

    [Fact]
    public async Task Channel_EpdThatCalls_LooksBeforeTheTurn()
    {
        using var client = await _portal.SignInAsync(_card);
        using var events = await OpenAsync(client, await ListAsync(client));
        await events.UntilAsync("volgt");
        Admit();
        await _portal.Services.GetRequiredService<EpdNews>().TellAsync();
        _portal.Clock.Advance(TimeSpan.FromSeconds(5));
        await events.UntilAsync("gewijzigd");
    }

    [Fact]
    public async Task R8_SessionEndedElsewhere_EndsTheChannelAndItsLook()
    {
        using var client = await _portal.SignInAsync(_card);
        using var other = await _portal.SignInAsync(_card);
        using var events = await OpenAsync(client, await ListAsync(client));
        await events.UntilAsync("volgt");
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _epd.On("Practitioner", ScriptedAnswer.Custom(async (_, context) =>
        {
            await using var left = context.RequestAborted.Register(() => gone.TrySetResult());
            await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }));
        var asked = Practitioners;
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        await _epd.UntilAskedAsync("Practitioner", asked + 1);
        var reference = _portal.Trail(AuditEventType.SignedIn)[1].Actor!.SessionId!;
        await other.SubmitAsync(await other.GetAsync("/sessies"), "/sessies/einde", ("sessie", reference));
        Assert.Equal("/inloggen?einde=Elsewhere", await events.UntilAsync("einde"));
        // What the machine asked in the name of that session is broken off at the EPD.
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task R8_AccountBlocked_EndsTheChannelAtTheNextLook()
    {
        using var client = await _portal.SignInAsync(_card);
        using var events = await OpenAsync(client, await ListAsync(client));
        await events.UntilAsync("volgt");
        await _portal.Accounts.BlockAsync(TestCards.Huisarts.UziNumber, "pas gestolen", TestStaff.Noor);
        _portal.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.Equal("/inloggen?einde=AccountEnded", await events.UntilAsync("einde"));
    }

    [Fact]
    public async Task Channel_IsNoActivity()
    {
        using var client = await _portal.SignInAsync(_card);
        var page = await ListAsync(client);
        for (var minutes = 0; minutes < 14; minutes += 2)
        {
            _portal.Clock.Advance(TimeSpan.FromMinutes(2));
            using var events = await OpenAsync(client, page);
            await events.UntilAsync("pauze");
        }
        _portal.Clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.Equal("/inloggen?einde=Idle", (await client.GetAsync("/")).Location);
    }

    [Fact]
    public async Task Channel_WithoutSessionOrForStaff_IsRefused()
    {
        using var nobody = _portal.Client(_card);
        Assert.Equal(401, (await nobody.GetAsync("/patienten/kanaal")).Status);
    }

    [Fact]
    public async Task R6_Page_HoldsItsVersionAsAHandleOfThisSession()
    {
        using var client = await _portal.SignInAsync(_card);
        using var other = await _portal.SignInAsync(_card);
        var page = await ListAsync(client);
        // Sealed anew each time; what is sealed cannot be searched for "p1", which random letters hold now and then.
        Assert.NotEqual(Channel(page), Channel(await ListAsync(client)));
        Assert.Equal("", page.Part("[data-live-say]"));
        Assert.True(page.Page.QuerySelector("[data-live-note]")!.HasAttribute("hidden"));
        Assert.Matches(@"\AOpgehaald om [0-9]{2}:[0-9]{2}:[0-9]{2}\z", page.Part("[data-live]"));
        // Somebody else's handle says nothing of what this page shows: it is out of date at the first look.
        using var events = await EventReader.OpenAsync(other, Channel(page));
        await events.UntilAsync("volgt");
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        await events.UntilAsync("gewijzigd");
    }

    private int Practitioners => _epd.Asked.Count(a => a.Type == "Practitioner");

    private static string Channel(PortalAnswer page) => page.Page.QuerySelector("[data-live]")!.GetAttribute("data-live")!;

    private static Task<EventReader> OpenAsync(PortalClient client, PortalAnswer page) => EventReader.OpenAsync(client, Channel(page));

    private static async Task<PortalAnswer> ListAsync(PortalClient client)
    {
        var page = await client.GetAsync("/patienten");
        Assert.Equal(200, page.Status);
        return page;
    }

    private static async Task<IReadOnlyList<string>> RestAsync(EventReader events)
    {
        List<string> names = [];
        while (await events.NextAsync() is { } one)
        {
            names.Add(one.Name);
        }
        return names;
    }

    private void Admit() => _epd.Has(Some.Patient("p2", "999900031"), Some.Encounter("e2", "p2", start: TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null)));
}
