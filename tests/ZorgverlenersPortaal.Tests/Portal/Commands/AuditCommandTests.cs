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

    private Task<(int Exit, string Output, string Errors)> VerifyAsync() =>
        PortalProgram.RunAsync([], "audit", "verify", "--Audit:Folder=" + _trail.Trail);
}
