using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Noodprocedure;

/// <summary>More than seven days after an emergency that nobody accounted for: the doctor's next sign-in and the officer's page.</summary>
public sealed class LateEmergencyPageTests : IAsyncLifetime
{
    private const string TooLate = "/noodprocedure/te-laat";
    private readonly EmergencyFixture _fixture = new();

    private PortalHost Portal => _fixture.Portal;

    public async Task InitializeAsync()
    {
        await _fixture.InitializeAsync();
        using var client = await Portal.SignInAsync(TestPki.Shared.Card());
        await _fixture.OpenAsync(client);
        // The row is put back and not the clock forward: cards and their lists would be too old by then.
        await using var connection = await Portal.Services.GetRequiredService<Database>().OpenAsync(default);
        await connection.ExecuteAsync("UPDATE emergency SET opened = @opened, until = @opened", new { opened = StoredValue.Of(Portal.Clock.GetUtcNow().AddDays(-7).AddHours(-1)) });
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task SignIn_NotAccountedInTime_ComesBeforeTheListOnceAndLocksNobodyOut()
    {
        using var client = Portal.Client(TestPki.Shared.Card());
        Assert.Equal(TooLate, (await client.GetAsync("/inloggen")).Location);
        var page = await client.GetAsync(TooLate);
        Assert.Contains("Dit is te laat", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimnaam", page.Text, StringComparison.Ordinal);
        Assert.Equal("/patienten", page.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Nu niet, naar de patiëntenlijst").GetAttribute("href"));

        var list = await client.GetAsync("/patienten");
        Assert.Equal(200, list.Status);
        Assert.Contains("Dit is te laat.", list.Words, StringComparison.Ordinal);
        Assert.Equal("/patienten", (await client.GetAsync("/")).Location);
    }

    [Fact]
    public async Task SignIn_AfterAccounting_LeadsToTheListAgain()
    {
        using var client = Portal.Client(TestPki.Shared.Card());
        await client.GetAsync("/inloggen");
        var task = (await client.GetAsync(TooLate)).Page.QuerySelector("a[href$='/verantwoorden']")!.GetAttribute("href")!;
        Assert.Equal(303, (await client.FillInAsync(task, null, ("Words", "Glucose gegeven na overleg met de cardioloog"))).Status);

        Assert.Equal("/patienten", (await client.GetAsync(TooLate)).Location);
        using var again = await Portal.SignInAsync(TestPki.Shared.Card());
    }

    [Fact]
    public async Task R1_SignIn_AnotherDoctor_GoesToTheList()
    {
        using var other = await Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        Assert.Equal("/patienten", (await other.GetAsync(TooLate)).Location);
    }

    [Fact]
    public async Task Officer_LateOne_StandsFirstWithPersonMomentAndDays()
    {
        Assert.Equal(AccountOutcome.Done, await Portal.AddAccountAsync(
            OfficeFixture.Esra, account => account with { Function = AccountFunction.SecurityOfficer, Role = null, Agb = null, Practice = null }));
        using var officer = await OfficeFixture.SignInAsync(Portal, OfficeFixture.Esra, "/toezicht");

        var page = await officer.GetAsync("/toezicht");

        var group = page.Page.QuerySelector("main section")!;
        Assert.Contains("Niet verantwoord na 7 dagen", group.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 dag te laat", group.TextContent, StringComparison.Ordinal);
        Assert.Contains("900021219", group.TextContent.Replace("\u00A0", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimnaam", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, group.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Noodprocedures 0", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Portal_LateOne_IsRecordedByTheRoundOfEachHour()
    {
        Assert.Single(Portal.Services.GetServices<IHostedService>().OfType<EmergencyEscalationEachHour>());
        await Portal.Services.GetRequiredService<EmergencyEscalation>().RecordAsync(default);
        Assert.Single(Portal.Trail(AuditEventType.EmergencyNotAccounted));
    }
}
