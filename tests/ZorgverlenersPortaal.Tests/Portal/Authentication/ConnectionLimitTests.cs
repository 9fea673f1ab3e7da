using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

public sealed class ConnectionLimitTests
{
    [Theory]
    [InlineData("1024                 1024", 192)]
    [InlineData("256                  256", 32)]
    [InlineData("1048576              1048576", 5000)]
    [InlineData("unlimited            unlimited", 5000)]
    public void Of_HandlesOfAProcess_LeavesSomeForTheRest(string handles, int expected) =>
        Assert.Equal(expected, ConnectionLimit.Of($"Limit                     Soft Limit           Hard Limit           Units\nMax open files            {handles}               files\n"));

    [Fact]
    public void Of_SystemThatSaysNothing_IsTheMost() => Assert.Equal(5000, ConnectionLimit.Of(""));
}
