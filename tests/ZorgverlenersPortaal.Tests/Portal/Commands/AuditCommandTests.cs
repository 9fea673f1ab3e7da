using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Commands;

/// <summary>The security officer proves the trail by the command line.</summary>
public sealed class AuditCommandTests : IDisposable
{
    private readonly TrailFolder _trail = new();

    public void Dispose() => _trail.Dispose();

    [Fact]
    public async Task Verify_UntouchedTrail_IsIntact()
    {
        await _trail.Fill(5);
        var (exit, output, errors) = await VerifyAsync();
        Assert.True(exit == 0, output + errors);
        Assert.Equal("INTACT 5 records", output.Trim().Split('\n')[^1]);
    }

    [Theory]
    [InlineData("UPDATE record SET actor = 'another' WHERE sequence = 3")]
    [InlineData("DELETE FROM record WHERE sequence = 3")]
    [InlineData("UPDATE record SET sequence = -1 WHERE sequence = 2; UPDATE record SET sequence = 2 WHERE sequence = 3; UPDATE record SET sequence = 3 WHERE sequence = -1")]
    public async Task Verify_EditedDeletedOrSwappedRecord_IsBrokenAndNamed(string sql)
    {
        await _trail.Fill(5);
        _trail.Tamper(sql);
        var (exit, output, _) = await VerifyAsync();
        Assert.Equal(1, exit);
        var verdict = output.Trim().Split('\n')[^1];
        Assert.StartsWith("BROKEN node node-1 record ", verdict, StringComparison.Ordinal);
        Assert.Matches("record [23]: [A-Z]", verdict);
    }

    [Fact]
    public async Task Verify_NoTrail_SaysSo()
    {
        var (exit, _, errors) = await PortalProgram.RunAsync([], "audit", "verify", "--Audit:Folder=" + _trail.Root);
        Assert.Equal((1, $"There is no trail in {_trail.Root}."), (exit, errors.Trim()));
    }

    [Fact]
    public async Task Verify_TwoBrokenNodes_NamesTheFirstFaultOfEach()
    {
        await _trail.Fill(5);
        await _trail.Fill(5, _trail.Options with { Node = "node-2" });
        _trail.Tamper("DELETE FROM record WHERE sequence = 3");
        _trail.Tamper("DELETE FROM record WHERE sequence = 2", "node-2");
        var (_, output, _) = await VerifyAsync("--no-record");
        Assert.Contains("node-1: fault at record 3: RecordMissing", output, StringComparison.Ordinal);
        Assert.Contains("node-2: fault at record 2: RecordMissing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_Days_IsOfTheirRecordsOnly()
    {
        await _trail.Fill(5);
        Assert.Equal((0, "INTACT 5 records"), await VerdictAsync("--from", "2026-03-01", "--to", "2026-03-01", "--no-record"));
        Assert.Equal((1, "NOTHING there are no records of these days"), await VerdictAsync("--from", "2026-03-02", "--to", "2026-03-05"));
    }

    [Theory]
    [InlineData("Missing: --to.", "--from", "2026-03-01")]
    [InlineData("'1-3-2026' is no day: write it as 2026-03-31.", "--from", "1-3-2026", "--to", "2026-03-01")]
    [InlineData("--to lies before --from.", "--from", "2026-03-02", "--to", "2026-03-01")]
    public async Task Verify_DaysThatAreNone_SaysSo(string fault, params string[] options)
    {
        await _trail.Fill(1);
        var (exit, _, errors) = await VerifyAsync(options);
        Assert.Equal((1, fault), (exit, errors.Trim()));
    }

    [Fact]
    public async Task Verify_IsRecordedWithItsVerdict_AndTheNextVerifiesThatToo()
    {
        await _trail.Fill(5);
        await VerifyAsync();
        Assert.Equal((0, "INTACT 6 records"), await VerdictAsync("--from", "2026-03-01", "--to", "2126-03-01"));
        _trail.Tamper("DELETE FROM record WHERE sequence = 3");
        await VerifyAsync();

        var checks = AuditReader.Read(_trail.Storage, new() { Node = "node1-cli" }).OrderBy(check => check.Sequence).Select(check => check.Record).ToList();
        Assert.All(checks, check => Assert.Equal((AuditEventType.TrailVerified, Environment.UserName), (check.Event, check.Actor?.Name)));
        Assert.Equal(
            [(AuditOutcome.Success, "intact nodes:1 records:5"), (AuditOutcome.Success, "intact nodes:2 records:6 from:2026-03-01 until:2126-03-01"), (AuditOutcome.Failed, "broken node:node-1 record:3 fault:RecordMissing nodes:2 records:4")],
            checks.Select(check => (check.Outcome, check.Detail)));
    }

    [Fact]
    public async Task Verify_WhereItCannotBeRecorded_SaysSoAndGivesItsVerdict()
    {
        await _trail.Fill(5);
        await VerifyAsync();
        await using (AuditTrail.Open(_trail.Options with { Node = "node1-cli" }, _trail.Clock))
        {
            var (exit, output, errors) = await VerifyAsync();
            Assert.Equal((0, "INTACT 6 records"), (exit, output.Trim().Split('\n')[^1]));
            Assert.Contains("This check is not recorded: ", errors, StringComparison.Ordinal);
        }
        _trail.Tamper("UPDATE record SET payload = x'7b7d' WHERE sequence = 1", "node1-cli");
        var broken = await VerifyAsync();
        Assert.Equal(1, broken.Exit);
        Assert.Equal("This check is not recorded: nothing is added to the chain of node1-cli, which is broken.", broken.Errors.Trim());
    }

    private async Task<(int Exit, string Verdict)> VerdictAsync(params string[] options)
    {
        var (exit, output, _) = await VerifyAsync(options);
        return (exit, output.Trim().Split('\n')[^1]);
    }

    private Task<(int Exit, string Output, string Errors)> VerifyAsync(params string[] options) =>
        PortalProgram.RunAsync([], ["audit", "verify", "--Audit:Folder=" + _trail.Trail, .. options]);
}
