using System.Collections.Concurrent;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.PostgreSql;

[Collection(PostgreSqlJourneys.Name)]
public sealed class PostgreSqlFaultTests(PostgreSqlServer server)
{
    [Fact]
    public async Task H143_ServerKilledWhileRecordsAreAdded_NoneThatWasAnsweredIsLostOrDouble()
    {
        using var database = new TrailDatabase(server);
        await using var trail = AuditTrail.Open(database.Options, database.Clock);
        ConcurrentDictionary<long, string> answered = new();
        for (var round = 0; round < 3; round++)
        {
            var enough = answered.Count + 200;
            using var reached = new SemaphoreSlim(0);
            var callers = Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
            {
                for (var i = 0; ; i++)
                {
                    var record = Sample.Section(i) with { RequestId = $"{round}-{caller}-{i}" };
                    try
                    {
                        answered.TryAdd((await trail.AppendAsync(record, default)).Sequence, record.RequestId);
                    }
                    catch (AuditUnavailableException)
                    {
                        return;
                    }
                    if (answered.Count >= enough)
                    {
                        reached.Release();
                    }
                }
            })).ToList();
            await reached.WaitAsync();
            server.Kill();
            await Task.WhenAll(callers);
            Assert.NotNull(trail.Health.WriteFault);
            await server.StartAgainAsync();
        }

        answered.TryAdd((await trail.AppendAsync(Sample.Section(9999), default)).Sequence, "request-9999");

        Assert.Null(trail.Health.WriteFault);
        var report = database.Verify();
        Assert.True(report.IsIntact, report.FirstFault?.ToString());
        var stored = AuditReader.Read(database.Storage, new AuditFilter { Limit = int.MaxValue }).ToList();
        var bySequence = stored.ToDictionary(s => s.Sequence, s => s.Record.RequestId);
        Assert.All(answered, pair => Assert.Equal(pair.Value, bySequence[pair.Key]));
        Assert.Equal(stored.Count, stored.Select(s => s.Record.RequestId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Health_ServerBackAndNobodyRecords_IsWellAgainByItself()
    {
        using var database = new TrailDatabase(server);
        await using var trail = AuditTrail.Open(database.Options, TimeProvider.System);
        await trail.AppendAsync(Sample.Section(1), default);
        EndSessions(database);
        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(2), default));
        Assert.NotNull(trail.Health.WriteFault);

        while (trail.Health.WriteFault is not null)
        {
            await Task.Yield();
        }

        Assert.Equal(2, (await trail.AppendAsync(Sample.Section(3), default)).Sequence);
    }

    [Fact]
    public async Task Health_RightTakenAway_StaysAtFaultUntilARecordIsWritten()
    {
        using var database = new TrailDatabase(server);
        var clock = database.Clock;
        await using var trail = AuditTrail.Open(database.Options, clock);
        database.Run("REVOKE INSERT ON audit.patient FROM zvp_audit_writer");
        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(1), default));
        database.Run("GRANT INSERT ON audit.patient TO zvp_audit_writer");

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull(trail.Health.WriteFault);
        Assert.Equal(1, (await trail.AppendAsync(Sample.Section(2), default)).Sequence);
        Assert.Null(trail.Health.WriteFault);
    }

    [Fact]
    public async Task H125_RightToAddTakenAway_ThrowsUnavailable_AndRecoversWhenItIsBack()
    {
        using var database = new TrailDatabase(server);
        await using var trail = AuditTrail.Open(database.Options, database.Clock);
        await trail.AppendAsync(Sample.Section(1), default);
        database.Run("REVOKE INSERT ON audit.patient FROM zvp_audit_writer");

        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(2), default));
        var refused = await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(3), default));
        Assert.Contains("zvp_audit_writer", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, database.Count());
        database.Run("GRANT INSERT ON audit.patient TO zvp_audit_writer");

        Assert.Equal(2, (await trail.AppendAsync(Sample.Section(4), default)).Sequence);
        Assert.True(database.Verify().IsIntact);
    }

    [Fact]
    public async Task H125_TableLocked_TheServerItselfGivesUp_AndItRecovers()
    {
        using var database = new TrailDatabase(server);
        await using var trail = AuditTrail.Open(database.Options with { WriteTimeout = TimeSpan.FromMilliseconds(300) }, database.Clock);
        using (var other = database.Connect())
        {
            using var held = other.BeginTransaction();
            using var command = other.CreateCommand();
            command.CommandText = "LOCK TABLE audit.record IN EXCLUSIVE MODE";
            command.ExecuteNonQuery();

            // The clock stands still: it is the server that gives up.
            var fault = await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(1), default));
            Assert.Contains("locked or slow", fault.Message, StringComparison.Ordinal);
        }

        await using var patient = AuditTrail.Open(database.Options with { Node = "node-2" }, database.Clock);
        Assert.Equal(1, (await patient.AppendAsync(Sample.Section(2), default)).Sequence);
        Assert.Equal(1, database.Count());
    }

    [Fact]
    public async Task R2_SessionEnded_NextBatchHoldsTheNodeAgain()
    {
        using var database = new TrailDatabase(server);
        await using var trail = AuditTrail.Open(database.Options, database.Clock);
        await trail.AppendAsync(Sample.Section(1), default);
        EndSessions(database);

        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(2), default));

        Assert.Equal(2, (await trail.AppendAsync(Sample.Section(3), default)).Sequence);
        Assert.Throws<AuditTrailInUseException>(() => AuditTrail.Open(database.Options, database.Clock));
        Assert.True(database.Verify().IsIntact);
    }

    [Fact]
    public async Task H131_SessionEndedAndAnotherProcessTookTheNode_StaysUnavailableAndNothingForks()
    {
        using var database = new TrailDatabase(server);
        await using var trail = AuditTrail.Open(database.Options, database.Clock);
        await trail.AppendAsync(Sample.Section(1), default);
        EndSessions(database);
        await using (var other = AuditTrail.Open(database.Options, database.Clock))
        {
            await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(2), default));
            var refused = await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(3), default));
            Assert.Contains("another process", refused.Message, StringComparison.Ordinal);
            Assert.Equal(2, (await other.AppendAsync(Sample.Section(4), default)).Sequence);
        }

        Assert.Equal(3, (await trail.AppendAsync(Sample.Section(5), default)).Sequence);
        Assert.True(database.Verify().IsIntact);
    }

    [Fact]
    public async Task H130_OlderCopyPutBack_StaysUnavailable()
    {
        using var database = new TrailDatabase(server);
        await using var trail = AuditTrail.Open(database.Options, database.Clock);
        await trail.AppendAsync(Sample.Section(1), default);
        await trail.AppendAsync(Sample.Section(2), default);
        EndSessions(database);
        database.Tamper("DELETE FROM audit.record WHERE sequence = 2; DELETE FROM audit.patient WHERE sequence = 2");

        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(3), default));
        var refused = await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(4), default));

        Assert.Contains("no longer holds record 2", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, database.Count());
    }

    private static void EndSessions(TrailDatabase database) => database.Run(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%trail node-1'");
}
