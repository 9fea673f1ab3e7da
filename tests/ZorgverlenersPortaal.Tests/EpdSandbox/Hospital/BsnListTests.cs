using ZorgverlenersPortaal.EpdSandbox.Hospital;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Hospital;

public sealed class BsnListTests
{
    [Fact]
    public void All_ThirtyThousand_AreDifferentAndPassTheElevenTest()
    {
        var bsns = BsnList.All().Take(30_000).ToList();
        Assert.Equal(30_000, bsns.Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            bsns,
            bsn =>
                Assert.True(bsn.Length == 9 && bsn.StartsWith("999", StringComparison.Ordinal) && BsnList.Passes(bsn)));
    }
}
