using ZorgverlenersPortaal.EpdSandbox.Search;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Search;

public sealed class CriterionTests
{
    [Theory]
    [InlineData("a,b", "a;b")]
    [InlineData(@"a\,b,c", "a,b;c")]
    [InlineData(@"a\\,b", @"a\;b")]
    [InlineData("", "")]
    public void Alternatives_CommasAndEscapes_SplitOnlyAtPlainCommas(string value, string parts) =>
        Assert.Equal(parts.Split(';'), Criterion.Alternatives(value));

    [Fact]
    public void Alternatives_EscapedBar_SurvivesTheSplitAtCommas() =>
        Assert.Equal(["x|y"], Criterion.Alternatives(Criterion.Alternatives(@"x\|y,z")[0], '|'));
}
