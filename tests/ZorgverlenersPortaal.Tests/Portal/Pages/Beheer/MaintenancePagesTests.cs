using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Beheer;

/// <summary>A portal of its own: what is planned stands on every page.</summary>
public sealed class MaintenancePagesTests : IAsyncLifetime
{
    private const string Path = "/beheer/onderhoud";

    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private PortalHost _portal = null!;
    private PortalClient _office = null!;
    private PortalClient _anyone = null!;

    private string Tomorrow => TimeZoneInfo.ConvertTime(_portal.Clock.GetUtcNow(), _zone).AddDays(1).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    public async Task InitializeAsync()
    {
        _portal = await OfficeFixture.StartPortalAsync();
        _office = await OfficeFixture.SignInAsync(_portal, OfficeFixture.Nadia, "/beheer/accounts");
        _anyone = _portal.Client(null);
    }

    public async Task DisposeAsync()
    {
        _office.Dispose();
        _anyone.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Plan_ThenWithdraw_IsRecordedAndStandsOnEveryPageUntilThen()
    {
        Assert.Equal(303, (await PlanAsync(Tomorrow, "22:00", "23.30", "Nieuwe versie.")).Status);
        var record = Assert.Single(_portal.Trail(AuditEventType.MaintenancePlanned));
        Assert.Equal("900032001 words=Nieuwe versie.", $"{record.Actor!.UziNumber} {record.Changes[^1].Field}={record.Changes[^1].After}");
        foreach (var (client, page) in new[] { (_office, "/beheer/accounts"), (_anyone, "/inloggen"), (_anyone, "/status"), (_anyone, "/help") })
        {
            var note = (await client.GetAsync(page)).Part("[data-maintenance]");
            Assert.Contains($"{Tomorrow} van 22.00 tot 23.30 uur", note, StringComparison.Ordinal);
            Assert.Contains("Nieuwe versie. Spoed? Bel 078\u00a0000\u00a010\u00a000.".Replace('\u00a0', ' '), note.Replace('\u00a0', ' '), StringComparison.Ordinal);
        }

        var id = (await _office.GetAsync(Path)).Page.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        Assert.Equal(303, (await _office.FillInAsync(Path, "TrekIn", ("id", id))).Status);
        Assert.Single(_portal.Trail(AuditEventType.MaintenanceWithdrawn));
        Assert.Null((await _anyone.GetAsync("/status")).Page.QuerySelector("[data-maintenance]"));
        Assert.Contains("geen onderhoud gepland", (await _anyone.GetAsync("/status")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_GoingOn_SaysUntilWhenAndIsGoneAfterwards()
    {
        Assert.Equal(303, (await PlanAsync(Tomorrow, "23:00", "01:00", "")).Status);
        var start = TimeZoneInfo.ConvertTime(_portal.Clock.GetUtcNow(), _zone);
        _portal.Clock.Advance(start.Date.AddDays(1).AddHours(23).AddMinutes(30) - start.DateTime);
        Assert.Matches("Het portaal is in onderhoud tot [a-z]+ [0-9-]{10} 01[.]00 uur", (await _anyone.GetAsync("/inloggen?einde=Idle")).Part("[data-maintenance]"));
        _portal.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null((await _anyone.GetAsync("/inloggen?einde=Idle")).Page.QuerySelector("[data-maintenance]"));
    }

    [Fact]
    public async Task Plan_WithFaults_ShowsThemBesideTheirFieldsAndPlansNothing()
    {
        foreach (var (day, from, until, words, fault) in new[]
        {
            ("morgen", "25:00", "x", "", "Vul een datum in als 01-03-2026."),
            ("01-01-2020", "22:00", "23:00", "", "Kies een tijd die nog komt, van hoogstens 24 uur, binnen een jaar."),
            ("01-01-2099", "22:00", "23:00", "", "Kies een tijd die nog komt, van hoogstens 24 uur, binnen een jaar."),
            (Tomorrow, "22:00", "23:00", new string('a', 301), "Schrijf hoogstens 300 tekens."),
        })
        {
            var answer = await PlanAsync(day, from, until, words);
            Assert.Equal(422, answer.Status);
            Assert.Contains(fault, answer.Faults().Beside);
        }
        Assert.Empty(_portal.Trail(AuditEventType.MaintenancePlanned));
        Assert.Equal(303, (await PlanAsync(Tomorrow, "22:00", "23:00", "")).Status);
        Assert.Equal("In die tijd is al onderhoud gepland. Trek dat eerst in.", Assert.Single((await PlanAsync(Tomorrow, "22:30", "23:30", "")).Faults().Beside));
    }

    [Fact]
    public async Task Plan_WithdrawnTwice_SaysSo()
    {
        Assert.Equal(303, (await PlanAsync(Tomorrow, "22:00", "23:00", "")).Status);
        var page = await _office.GetAsync(Path);
        var id = page.Page.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        Assert.Equal(303, (await _office.FillInAsync(Path, page, "TrekIn", ("id", id))).Status);
        Assert.Equal(422, (await _office.FillInAsync(Path, page, "TrekIn", ("id", id))).Status);
    }

    [Fact]
    public async Task R2_TrailCannotBeWritten_NothingIsPlanned()
    {
        var page = await _office.GetAsync(Path);
        using (_portal.BreakTrail())
        {
            Assert.Equal(503, (await _office.FillInAsync(Path, page, "Plan", ("Day", Tomorrow), ("From", "22:00"), ("Until", "23:00"), ("Words", ""))).Status);
        }
        Assert.Null((await _anyone.GetAsync("/status")).Page.QuerySelector("[data-maintenance]"));
    }

    [Fact]
    public async Task Plan_OfAnotherNode_IsAnnouncedWithinAQuarterOfAMinute()
    {
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(_portal.Settings["Storage:ConnectionString"]))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO maintenance (id, starts, ends) VALUES ('a', '2020-01-01T00:00:00.0000000Z', '2999-01-01T00:00:00.0000000Z')";
            await command.ExecuteNonQueryAsync();
        }
        _portal.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Contains("is in onderhoud", (await _anyone.GetAsync("/status")).Part("[data-maintenance]"), StringComparison.Ordinal);
    }

    private Task<PortalAnswer> PlanAsync(string day, string from, string until, string words) =>
        _office.FillInAsync(Path, "Plan", ("Day", day), ("From", from), ("Until", until), ("Words", words));
}
