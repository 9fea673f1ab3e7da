using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Tests.Portal.Settings;

public sealed class RuntimeFloorTests
{
    [Theory]
    [InlineData("10.0.9", 1)]
    [InlineData("9.0.99", 1)]
    [InlineData("10.0.10", 0)]
    [InlineData("10.0.12", 0)]
    [InlineData("11.0.0", 0)]
    public void Faults_RuntimeOfAVersion_IsNamedWhenItIsTooOld(string version, int faults) =>
        Assert.Equal(faults, RuntimeFloor.Faults(Version.Parse(version)).Length);
}
