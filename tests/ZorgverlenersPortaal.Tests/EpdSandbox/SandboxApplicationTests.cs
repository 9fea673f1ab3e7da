using ZorgverlenersPortaal.EpdSandbox;

namespace ZorgverlenersPortaal.Tests.EpdSandbox;

public sealed class SandboxApplicationTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Fact]
    public async Task Create_PortTaken_StartFailsNamingTheAddress()
    {
        var port = sandbox.Http.BaseAddress!.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await using var second = SandboxApplication.Create(["--patients", "20", "--port", port]);
        var fault = await Assert.ThrowsAsync<IOException>(() => second.StartAsync());
        Assert.Contains(port, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_FolderIsNotThere_SaysSo() =>
        Assert.Contains(
            "no folder",
            Assert
                .Throws<SandboxUsageException>(() =>
                    SandboxApplication.Create(["--data", "/nergens", "--patients", "20"]))
                .Message,
            StringComparison.Ordinal);
}
