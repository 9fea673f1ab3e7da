using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Commands;

/// <summary>The report from the command line, beside a running portal.</summary>
public sealed class ReportCommandTests : IAsyncLifetime
{
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _portal = await OfficeFixture.StartPortalAsync();
        await _portal.Services.GetRequiredService<EmergencyDesk>().OpenAsync(
            TestDossier.Visit(), new("p1", "999900328", new(EmergencyReason.Acute, "Patiënt verward binnengebracht", false), [], false));
        await _portal.Services.GetRequiredService<EmergencyReviews>().BringAsync(default);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Recompute_NobodyTouchedTheRegister_AgreesAndExitsZero()
    {
        var (exit, output, errors) = await ReportAsync("--recompute");
        Assert.True(exit == 0, output + errors);
        Assert.Contains("emergencies 1\n", output, StringComparison.Ordinal);
        Assert.StartsWith("AGREES", output.Trim().Split('\n')[^1], StringComparison.Ordinal);

        var (_, json, _) = await ReportAsync("--json", "--recompute");
        using var read = JsonDocument.Parse(json);
        Assert.Equal((1, 0), (read.RootElement.GetProperty("cases").GetInt32(), read.RootElement.GetProperty("differences").GetArrayLength()));
    }

    [Fact]
    public async Task Recompute_SomebodyClosedTheCaseInTheRegister_NamesItAndExitsOne()
    {
        await using (var connection = await _portal.Services.GetRequiredService<Database>().OpenAsync(default))
        {
            await connection.ExecuteAsync("UPDATE review_case SET state = 'Closed', due = NULL");
        }
        var (exit, output, _) = await ReportAsync("--recompute");
        Assert.Equal(1, exit);
        Assert.Contains("state is Closed in the register, New in the trail", output, StringComparison.Ordinal);
        Assert.StartsWith("DIFFERS ", output.Trim().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Contains("judged 0\n", output, StringComparison.Ordinal);
        Assert.Equal(0, (await ReportAsync()).Exit);
    }

    [Fact]
    public async Task Report_AfterAVerification_ShowsIt()
    {
        Assert.Contains("last-verification none in ", (await ReportAsync()).Output, StringComparison.Ordinal);
        var (exit, output, errors) = await PortalProgram.RunAsync(_portal.Settings, "audit", "verify");
        Assert.True(exit == 0, output + errors);
        Assert.Equal("", errors);
        Assert.Matches("last-verification [0-9-]+ [0-9:]+ UTC Success intact nodes:1 records:[0-9]+\n", (await ReportAsync()).Output);
    }

    [Theory]
    [InlineData("31-12-2026", "2026-12-31", "'31-12-2026' is no day")]
    [InlineData("2026-12-31", "2026-01-01", "--to lies before --from.")]
    public async Task Report_PeriodThatIsNone_SaysSo(string from, string to, string expected)
    {
        var (exit, _, errors) = await PortalProgram.RunAsync(_portal.Settings, "audit", "report", "--from", from, "--to", to);
        Assert.Equal(1, exit);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Output, string Errors)> ReportAsync(params string[] flags)
    {
        SqliteConnection.ClearAllPools();
        var year = _portal.Clock.GetUtcNow().Year;
        return PortalProgram.RunAsync(_portal.Settings, ["audit", "report", "--from", $"{year}-01-01", "--to", $"{year}-12-31", .. flags]);
    }
}
