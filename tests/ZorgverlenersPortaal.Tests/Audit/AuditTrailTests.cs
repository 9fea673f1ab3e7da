using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditTrailTests
{
    [Fact]
    public async Task Append_ManyCallers_OneChainAndFarFewerCommits()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        Task<AuditReceipt>[] waiting;
        using (var other = folder.Connect())
        {
            using var held = other.BeginTransaction(deferred: false);
            waiting = [.. Enumerable.Range(1, 500).Select(i => trail.AppendAsync(Sample.Section(i), default))];
            Assert.All(waiting, append => Assert.False(append.IsCompleted));
            held.Rollback();
        }

        var receipts = await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), receipts.Select(r => r.Sequence).Order());
        Assert.InRange(WriteAheadLog.Commits(folder.Database), 1, 10);
        Assert.True(folder.Verify().IsIntact);
    }

    [Fact]
    public async Task R2_DiskAnswersTooLate_ThrowsUnavailable_AndRecordsNotYetTakenAreNeverWritten()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        List<Task<AuditReceipt>> late = [];
        using (var other = folder.Connect())
        {
            using var held = other.BeginTransaction(deferred: false);
            for (var i = 1; i <= 600; i++)
            {
                late.Add(trail.AppendAsync(Sample.Section(i), default));
            }

            folder.Clock.Advance(folder.Options.WriteTimeout);
            foreach (var append in late)
            {
                await Assert.ThrowsAsync<AuditUnavailableException>(() => append);
            }
        }

        var receipt = await trail.AppendAsync(Sample.Section(601), default);

        // Only the first batch, at most 256, had been taken when the callers gave up.
        Assert.InRange(receipt.Sequence, 1, 257);
        Assert.True(folder.Verify().IsIntact);
    }

    [Fact]
    public async Task Append_OneCallerCancels_OthersAreRecorded()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        using var gone = new CancellationTokenSource();
        Task<AuditReceipt> first, cancelled, last;
        using (var other = folder.Connect())
        {
            using var held = other.BeginTransaction(deferred: false);
            first = trail.AppendAsync(Sample.Section(1), default);
            cancelled = trail.AppendAsync(Sample.Section(2), gone.Token);
            last = trail.AppendAsync(Sample.Section(3), default);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        }

        await first;
        await last;

        var stored = AuditReader.Read(folder.Storage).Select(s => s.Record.RequestId).ToList();
        Assert.Contains("request-1", stored, StringComparer.Ordinal);
        Assert.Contains("request-3", stored, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Append_QueueFull_ThrowsUnavailableAtOnce()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        using var other = folder.Connect();
        using var held = other.BeginTransaction(deferred: false);
        List<Task<AuditReceipt>> waiting = [];

        var refused = await Assert.ThrowsAsync<AuditUnavailableException>(async () =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                var append = trail.AppendAsync(Sample.Section(i), default);
                if (append.IsCompleted)
                {
                    await append;
                }

                waiting.Add(append);
            }
        });

        Assert.Contains("wait for the disk", refused.Message, StringComparison.Ordinal);
        held.Rollback();
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task Append_RecordTooLarge_ThrowsAndOthersGoOn()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            trail.AppendAsync(Sample.Section(1) with { Detail = new string('x', 1 << 20) }, default));

        Assert.Equal(1, (await trail.AppendAsync(Sample.Section(2), default)).Sequence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("../a")]
    [InlineData("node\n")]
    [InlineData("nodé")]
    [InlineData("a2345678901234567890123456789012345678901")]
    public void Open_NoNodeName_IsRefused(string node)
    {
        using var folder = new TrailFolder();

        Assert.Throws<ArgumentException>(() => AuditTrail.Open(folder.Options with { Node = node }, folder.Clock));
    }

    [Fact]
    public void Open_CheckpointFolderWithoutKey_IsRefused()
    {
        using var folder = new TrailFolder();

        Assert.Throws<ArgumentException>(() =>
            AuditTrail.Open(folder.Options with { CheckpointFolder = folder.Checkpoints }, folder.Clock));
    }

    [Fact]
    public async Task Open_NewTrail_IsForItsOwnerOnly()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(1), default);

        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(ownerOnly, File.GetUnixFileMode(folder.Database));
            Assert.Equal(ownerOnly, File.GetUnixFileMode(folder.Database + "-wal"));
        }
    }

    [Fact]
    public async Task Open_NewerSchema_IsRefused_AndNothingChanges()
    {
        using var folder = new TrailFolder();
        await folder.Fill(1);
        folder.Run("PRAGMA user_version = 4");

        var refused = Assert.Throws<AuditTrailRefusedException>(() => AuditTrail.Open(folder.Options, folder.Clock));

        Assert.Contains("schema version 4", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, folder.Count());
    }

    [Fact]
    public void Open_AnotherDatabase_IsRefused()
    {
        using var folder = new TrailFolder();
        Directory.CreateDirectory(folder.Trail);
        using (var other = folder.Connect(SqliteOpenMode.ReadWriteCreate))
        {
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE record(sequence INTEGER PRIMARY KEY)";
            command.ExecuteNonQuery();
        }

        Assert.Throws<AuditTrailRefusedException>(() => AuditTrail.Open(folder.Options, folder.Clock));
    }

    [Fact]
    public async Task Open_TrailOfAnotherNode_IsRefused()
    {
        using var folder = new TrailFolder();
        await folder.Fill(2, folder.Options with { Node = "node-2" });
        File.Move(Path.Combine(folder.Trail, "node-2.trail.db"), folder.Database);

        Assert.Throws<AuditTrailRefusedException>(() => AuditTrail.Open(folder.Options, folder.Clock));
    }

    [Fact]
    public void Open_FolderIsAFile_SaysSo()
    {
        using var folder = new TrailFolder();
        File.WriteAllText(folder.Trail, "");

        var refused = Assert.Throws<AuditUnavailableException>(() => AuditTrail.Open(folder.Options, folder.Clock));

        Assert.Contains(folder.Trail, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE record SET event = 1 WHERE sequence = 2")]
    [InlineData("DELETE FROM record WHERE sequence = 3")]
    [InlineData("UPDATE patient SET epd_id = 'x' WHERE sequence = 2")]
    [InlineData("DELETE FROM patient WHERE sequence = 3")]
    [InlineData("INSERT OR REPLACE INTO record SELECT 2, time, event, outcome, actor, request_id, payload, previous, hash FROM record WHERE sequence = 3")]
    [InlineData("INSERT INTO record SELECT 9, time, event, outcome, actor, request_id, payload, previous, hash FROM record WHERE sequence = 3")]
    [InlineData("INSERT OR REPLACE INTO patient VALUES(3, 0, 'x', NULL)")]
    [InlineData("INSERT INTO patient VALUES(2, 7, 'x', NULL)")]
    public async Task Change_ByTheDatabaseRole_IsRefusedByTriggers(string sql)
    {
        using var folder = new TrailFolder();
        await folder.Fill(3);

        var refused = Assert.Throws<SqliteException>(() => folder.Run(sql));

        Assert.Contains("audit trail", refused.Message, StringComparison.Ordinal);
        Assert.True(folder.Verify().IsIntact);
    }
}
