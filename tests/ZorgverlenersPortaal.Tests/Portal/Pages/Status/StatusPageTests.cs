using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Status;

/// <summary>A portal of its own, because its parts break.</summary>
public sealed class StatusPageTests : IAsyncLifetime
{
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;
    private PortalClient _anyone = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _portal = await PortalHost.StartAsync(_epd.Base);
        _anyone = _portal.Client(null);
    }

    public async Task DisposeAsync()
    {
        _anyone.Dispose();
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task Status_AllWell_SaysSoToAnyone()
    {
        var answer = await _anyone.GetAsync("/status");
        Assert.Equal((200, "Het portaal werkt", "no-store"), (answer.Status, answer.Part("h1"), answer.Header("Cache-Control")));
        Assert.Equal(3, answer.Page.QuerySelectorAll(".zvp-note--ok").Length);
        Assert.False(_portal.Trail().Any(), "looking at the status is no look at a patient");
    }

    [Fact]
    public async Task Status_TrailCannotBeWritten_SaysThatNothingIsShown()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        using (_portal.BreakTrail())
        {
            await doctor.GetAsync("/patienten");
            var answer = await _anyone.GetAsync("/status");
            Assert.Equal((200, "Er is een storing"), (answer.Status, answer.Part("h1")));
            Assert.Contains("Daarom toont het portaal nu geen dossiers.", answer.Part(".zvp-note--danger"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Status_ListsTooOld_SaysThatItIsNotTheCard()
    {
        _portal.Clock.Advance(TimeSpan.FromHours(49));
        Assert.Contains("Dit ligt niet aan je pas.", (await _anyone.GetAsync("/status")).Part(".zvp-note--warn"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_AccountsGone_StillAnswers()
    {
        using var broken = _portal.BreakAccounts();
        Assert.Equal(200, (await _anyone.GetAsync("/status")).Status);
    }
}
