using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditSearchTests
{
    private static readonly DateTimeOffset _start = Sample.Section(0).Time;

    [Fact]
    public async Task Find_TrailOfTheFormerVersion_GivesTheSameAndGetsItsIndexWhenItIsWrittenAgain()
    {
        using var folder = new TrailFolder();
        await folder.Fill(3);
        folder.Run("DROP INDEX record_by_time; PRAGMA user_version = 1");
        Assert.Equal(3, AuditReader.Find(folder.Storage, new() { From = _start }).Records.Count);

        await folder.Fill(1);

        Assert.Equal(4, AuditReader.Find(folder.Storage, new() { From = _start }).Records.Count);
        Assert.True(folder.Verify().IsIntact);
        using var connection = folder.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN SELECT sequence FROM record WHERE actor = '1' AND time >= '2' ORDER BY time DESC, sequence DESC";
        using var plan = command.ExecuteReader();
        Assert.True(plan.Read());
        Assert.Contains("record_by_time", plan.GetString(3), StringComparison.Ordinal);
    }
}
