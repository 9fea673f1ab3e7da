using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Commands;

/// <summary>A backup is made while the trail grows, put back elsewhere, and verifies; what is not whole is refused.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly SegmentedFolder _there = new();
    private readonly string _certificates = PortalHost.MakeFolder();
    private readonly string _backup;

    public BackupCommandTests() => _backup = Path.Combine(_there.Root, "backup");

    public void Dispose()
    {
        _there.Dispose();
        Directory.Delete(_certificates, recursive: true);
    }

    [Fact]
    public async Task Backup_WhileTheTrailGrows_IsWholeAndCanBePutBackElsewhere()
    {
        await AccountAsync();
        await using (var trail = AuditTrail.Open(_there.Checkpointed with { SegmentRecords = 200 }, _there.Clock))
        {
            for (var i = 1; i <= 7; i++)
            {
                await trail.AppendAsync(Sample.Section(i), default);
            }
            using var stop = new CancellationTokenSource();
            var writing = Task.Run(async () =>
            {
                for (var i = 8; !stop.IsCancellationRequested; i++)
                {
                    await trail.AppendAsync(Sample.Section(i), default);
                }
            });
            var (exit, output, errors) = await PortalProgram.RunAsync(Settings(_there.Root), "backup", _backup);
            await stop.CancelAsync();
            await writing;
            Assert.True(exit == 0, output + errors);
            Assert.Contains("INTACT", output, StringComparison.Ordinal);
        }
        Assert.Contains(AuditReader.Read(_there.Storage, new() { Node = "node1-cli" }), stored => stored.Record.Event == AuditEventType.BackupMade);
        if (!OperatingSystem.IsWindows())
        {
            var modes = Directory.GetFiles(Path.Combine(_backup, "trail")).Select(File.GetUnixFileMode);
            Assert.Equal([UnixFileMode.UserRead | UnixFileMode.UserWrite], modes.Distinct());
        }

        var elsewhere = Path.Combine(_there.Root, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        var restored = await PortalProgram.RunAsync(Settings(elsewhere), "restore", _backup);
        Assert.True(restored.Exit == 0, restored.Output + restored.Errors);
        Assert.Contains("INTACT", restored.Output, StringComparison.Ordinal);
        var list = await PortalProgram.RunAsync(Settings(elsewhere), "accounts", "list");
        Assert.Contains("900021219", list.Output, StringComparison.Ordinal);
        Assert.Contains("There are accounts or a trail already", (await PortalProgram.RunAsync(Settings(elsewhere), "restore", _backup)).Errors, StringComparison.Ordinal);
        Assert.Contains("is not empty", (await PortalProgram.RunAsync(Settings(_there.Root), "backup", _backup)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OlderThanTheCheckpoints_SaysThatTheTailIsMissing()
    {
        await AccountAsync();
        await _there.Fill(4, _there.Checkpointed);
        Assert.Equal(0, (await PortalProgram.RunAsync(Settings(_there.Root), "backup", _backup)).Exit);
        await _there.Fill(4, _there.Checkpointed);
        Directory.Delete(_there.Trail, recursive: true);
        File.Delete(Path.Combine(_there.Root, "portal.db"));

        var (exit, output, _) = await PortalProgram.RunAsync(Settings(_there.Root), "restore", _backup);

        Assert.Equal(1, exit);
        Assert.Contains("TailCut", output, StringComparison.Ordinal);
        Assert.Contains("start with another Audit:Node", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_BackupOfAStoppedPortalBesideItsCheckpoints_IsIntact()
    {
        await AccountAsync();
        await _there.Fill(4, _there.Checkpointed);
        Assert.Equal(0, (await PortalProgram.RunAsync(Settings(_there.Root), "backup", _backup)).Exit);
        Directory.Delete(_there.Trail, recursive: true);
        File.Delete(Path.Combine(_there.Root, "portal.db"));

        var (exit, output, errors) = await PortalProgram.RunAsync(Settings(_there.Root), "restore", _backup);

        Assert.True(exit == 0, output + errors);
        Assert.Contains("INTACT", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("added")]
    [InlineData("edited")]
    [InlineData("gone")]
    [InlineData("no manifest")]
    public async Task Restore_BackupThatIsNotWhole_RestoresNothing(string harm)
    {
        await AccountAsync();
        await _there.Fill(4, _there.Checkpointed);
        Assert.Equal(0, (await PortalProgram.RunAsync(Settings(_there.Root), "backup", _backup)).Exit);
        var file = Path.Combine(_backup, "trail", TrailRig.Node + ".trail.db");
        switch (harm)
        {
            case "edited": SegmentedFolder.TamperIn(file, "UPDATE record SET outcome = 9 WHERE sequence = 1"); break;
            case "gone": File.Delete(file); break;
            case "added": File.Copy(file, Path.Combine(_backup, "trail", "forged.trail.db")); break;
            default: File.Delete(Path.Combine(_backup, "manifest.json")); break;
        }
        var elsewhere = Path.Combine(_there.Root, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        var (exit, _, errors) = await PortalProgram.RunAsync(Settings(elsewhere), "restore", _backup);
        Assert.Equal(1, exit);
        Assert.Contains("ake another", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Fact]
    public async Task Backup_BrokenTrail_KeepsNothingAndSaysWhy()
    {
        await AccountAsync();
        await _there.Fill(4, _there.Checkpointed);
        _there.Tamper("DELETE FROM record WHERE sequence = 2");
        var (exit, _, errors) = await PortalProgram.RunAsync(Settings(_there.Root), "backup", _backup);
        Assert.Equal(1, exit);
        Assert.Contains("RecordMissing", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_backup, "*", SearchOption.AllDirectories));
    }

    private async Task AccountAsync() => Assert.Equal(0, (await PortalProgram.RunAsync(
        Settings(_there.Root), "accounts", "add", "--uzi", "900021219", "--agb", "01056789", "--name", "Smit", "--role", "huisarts")).Exit);

    private Dictionary<string, string> Settings(string root) => new(PortalHost.SettingsFor(_certificates, "http://127.0.0.1:9/fhir"), StringComparer.Ordinal)
    {
        ["Storage:ConnectionString"] = $"Data Source={Path.Combine(root, "portal.db")}",
        ["Audit:Folder"] = Path.Combine(root, "trail"),
        ["Audit:CheckpointFolder"] = Path.Combine(root, "checkpoints"),
        ["Audit:CheckpointKey"] = _there.Key,
    };
}
