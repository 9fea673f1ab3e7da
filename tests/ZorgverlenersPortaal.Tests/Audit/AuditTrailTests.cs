using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditTrailTests
{
    [Fact]
    public async Task R2_AppendReturns_RecordIsCommitted()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);

        for (var i = 1; i <= 3; i++)
        {
            var receipt = await trail.AppendAsync(Sample.Section(i), default);

            Assert.Equal(new AuditReceipt(TrailFolder.Node, i), receipt);
            Assert.Equal(i, folder.Count());
        }
    }
}
