using System.Security.Cryptography;
using System.Text;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditCheckpointTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Checkpoint_EveryIntervalWithTraffic_AndAtTheEnd()
    {
        using var folder = new TrailFolder();
        await using (var trail = AuditTrail.Open(folder.Checkpointed, folder.Clock))
        {
            await trail.AppendAsync(Sample.Section(1), default);
            await trail.AppendAsync(Sample.Section(2), default);
            Assert.Empty(Lines(folder));
            folder.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Single(Lines(folder));
            folder.Clock.Advance(TimeSpan.FromMinutes(1)); // nothing new
            Assert.Single(Lines(folder));
            Assert.Equal(2, trail.Health.CheckpointedThrough);
            await trail.AppendAsync(Sample.Section(3), default);
        }

        var lines = Lines(folder);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("""{"node":"node-1","size":2,"head":""", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"node":"node-1","size":3,"head":""", lines[1], StringComparison.Ordinal);
        var report = folder.VerifyCheckpointed();
        Assert.True(report.IsIntact, report.FirstFault?.ToString());
        Assert.Equal(3, report.Nodes[0].CheckpointedThrough);
    }

    [Fact]
    public async Task Verify_WithThePublicKeyOnly_IsIntact()
    {
        using var folder = new TrailFolder();
        await folder.Fill(3, folder.Checkpointed);
        var publicKey = Path.Combine(folder.Root, "public.pem");
        await File.WriteAllTextAsync(publicKey, AuditCheckpointKey.PublicKeys(folder.Key));

        Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(publicKey), StringComparison.Ordinal);
        Assert.True(AuditVerifier.Verify(folder.Storage, folder.Checkpoints, publicKey).IsIntact);
    }

    [Fact]
    public async Task Verify_KeyReplaced_OldCheckpointsStillCount()
    {
        using var folder = new TrailFolder();
        await folder.Fill(2, folder.Checkpointed);
        var old = await File.ReadAllTextAsync(folder.Key);
        File.Delete(folder.Key);
        AuditCheckpointKey.Create(folder.Key);
        await File.AppendAllTextAsync(folder.Key, old);
        await folder.Fill(2, folder.Checkpointed);

        Assert.True(folder.VerifyCheckpointed().IsIntact);
        folder.Tamper("DELETE FROM record WHERE sequence > 1");
        Assert.Equal(TrailFault.TailCut, folder.VerifyCheckpointed().FirstFault?.Kind);
    }

    [Fact]
    public async Task Verify_TailCut_IsSeenOnlyWithCheckpoints()
    {
        using var folder = new TrailFolder();
        await folder.Fill(7, folder.Checkpointed);

        folder.Tamper("DELETE FROM record WHERE sequence > 5; DELETE FROM patient WHERE sequence > 5");

        Assert.True(folder.Verify().IsIntact);
        AssertFault(folder.VerifyCheckpointed(), TrailFault.TailCut, 6);
    }

    [Fact]
    public async Task Verify_TrailGone_IsATailCutToNothing()
    {
        using var folder = new TrailFolder();
        await folder.Fill(7, folder.Checkpointed);

        File.Delete(folder.Database);

        AssertFault(folder.VerifyCheckpointed(), TrailFault.TailCut, 1);
    }

    [Fact]
    public async Task Verify_RestoredCopyThatWentOn_IsHistoryRewritten()
    {
        using var folder = new TrailFolder();
        await folder.Fill(3, folder.Checkpointed);
        var yesterday = await File.ReadAllBytesAsync(folder.Database);
        await folder.Fill(2, folder.Checkpointed);
        await File.WriteAllBytesAsync(folder.Database, yesterday);
        AssertFault(folder.VerifyCheckpointed(), TrailFault.TailCut, 4);

        // By a portal without checkpoints; one with them refuses to open.
        await using (var trail = AuditTrail.Open(folder.Options, folder.Clock))
        {
            await trail.AppendAsync(Sample.Section(10), default);
            await trail.AppendAsync(Sample.Section(11), default);
            await trail.AppendAsync(Sample.Section(12), default);
        }

        AssertFault(folder.VerifyCheckpointed(), TrailFault.HistoryRewritten, 5);
    }

    [Fact]
    public async Task Open_RestoredCopy_IsRefused_AndAnotherNodeNameGoesOn()
    {
        using var folder = new TrailFolder();
        await folder.Fill(3, folder.Checkpointed);
        var yesterday = await File.ReadAllBytesAsync(folder.Database);
        await folder.Fill(2, folder.Checkpointed);
        await File.WriteAllBytesAsync(folder.Database, yesterday);

        var refused = Assert.Throws<AuditTrailRefusedException>(
            () => AuditTrail.Open(folder.Checkpointed, folder.Clock));

        Assert.Contains("new node name", refused.Message, StringComparison.Ordinal);
        await using var trail = AuditTrail.Open(folder.Checkpointed with { Node = "node-2" }, folder.Clock);
        await trail.AppendAsync(Sample.Section(1), default);
        AssertFault(folder.VerifyCheckpointed(), TrailFault.TailCut, 4);
    }

    [Theory]
    [InlineData("\"size\":5", "\"size\":4")]
    [InlineData("\"node\":\"node-1\"", "\"node\":\"node-2\"")]
    [InlineData("2026-03-01", "2026-03-02")]
    [InlineData("{", "[")]
    [InlineData("\"node\"", "\"extra\":1,\"node\"")]
    [InlineData("\"signature\":\"", "\"signature\":\"AAAA")]
    public async Task Verify_ForgedCheckpoint_IsNamed(string genuine, string forged)
    {
        using var folder = new TrailFolder();
        await folder.Fill(5, folder.Checkpointed);
        var file = Path.Combine(folder.Checkpoints, "node-1.checkpoints");
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(genuine, text, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, text.Replace(genuine, forged, StringComparison.Ordinal));

        Assert.Equal(TrailFault.CheckpointForged, folder.VerifyCheckpointed().FirstFault?.Kind);
    }

    [Fact]
    public async Task Verify_CheckpointOfAnotherKey_IsForged()
    {
        using var folder = new TrailFolder();
        await folder.Fill(5, folder.Checkpointed);
        var other = Path.Combine(folder.Root, "other.pem");
        AuditCheckpointKey.Create(other);

        var report = AuditVerifier.Verify(folder.Storage, folder.Checkpoints, other);

        AssertFault(report, TrailFault.CheckpointForged, 5);
    }

    [Fact]
    public async Task Checkpoint_HalfALineLeftByAPowerCut_IsCutAndIgnored()
    {
        using var folder = new TrailFolder();
        await folder.Fill(2, folder.Checkpointed);
        var file = Path.Combine(folder.Checkpoints, "node-1.checkpoints");
        await File.AppendAllTextAsync(file, """{"node":"node-1","si""");
        Assert.True(folder.VerifyCheckpointed().IsIntact);

        await folder.Fill(2, folder.Checkpointed);

        Assert.Equal(2, Lines(folder).Length);
        Assert.True(folder.VerifyCheckpointed().IsIntact);
    }

    [Fact]
    public async Task Checkpoint_FolderGone_RecordingGoesOn_AndTheNextTickTriesAgain()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Checkpointed, folder.Clock);
        Directory.Delete(folder.Checkpoints);

        await trail.AppendAsync(Sample.Section(1), default);
        folder.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(folder.Checkpoints, trail.Health.CheckpointFault, StringComparison.Ordinal);
        Assert.Equal(0, trail.Health.CheckpointedThrough);
        Directory.CreateDirectory(folder.Checkpoints);
        folder.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new AuditTrailHealth(1, 1, null, null), trail.Health);
    }

    [Fact]
    public void CreateKey_FileExists_IsRefused_AndANewOneIsForItsOwnerOnly()
    {
        using var folder = new TrailFolder();

        Assert.Throws<IOException>(() => AuditCheckpointKey.Create(folder.Key));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(folder.Key));
        }
    }

    [Fact]
    public void Open_KeyOfAnotherCurveOrNone_IsRefused()
    {
        using var folder = new TrailFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        File.WriteAllText(folder.Key, key.ExportPkcs8PrivateKeyPem());
        Assert.Throws<ArgumentException>(() => AuditTrail.Open(folder.Checkpointed, folder.Clock));
        File.WriteAllText(folder.Key, "no key");
        Assert.Throws<ArgumentException>(() => AuditTrail.Open(folder.Checkpointed, folder.Clock));
    }

    [Fact]
    public void Open_PublicKeyOnly_IsRefused()
    {
        using var folder = new TrailFolder();
        File.WriteAllText(folder.Key, AuditCheckpointKey.PublicKeys(folder.Key));

        Assert.Throws<ArgumentException>(() => AuditTrail.Open(folder.Checkpointed, folder.Clock));
    }

    [Fact]
    public void Verify_CheckpointsWithoutKey_IsRefused()
    {
        using var folder = new TrailFolder();

        Assert.Throws<ArgumentException>(() => AuditVerifier.Verify(folder.Storage, folder.Checkpoints));
    }

    private static string[] Lines(TrailFolder folder)
    {
        var file = Path.Combine(folder.Checkpoints, "node-1.checkpoints");
        return File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8).Split('\n')[..^1] : [];
    }

    private static void AssertFault(VerificationReport report, TrailFault kind, long sequence)
    {
        Assert.False(report.IsIntact);
        Assert.Equal((kind, sequence), (report.FirstFault?.Kind, report.FirstFault?.Sequence));
    }
}
