using ZorgverlenersPortaal.EpdSandbox;

namespace ZorgverlenersPortaal.Tests.EpdSandbox;

public sealed class SandboxOptionsTests
{
    [Fact]
    public void Parse_NoArguments_GivesTheDefaults()
    {
        var options = SandboxOptions.Parse([]);
        Assert.Equal((8090, 400, true, false), (options.Port, options.Patients, options.Synthetic, options.Live));
    }

    [Theory]
    [InlineData("--prt", "--prt")]
    [InlineData("--port", "--port needs")]
    [InlineData("--port 70000", "0 to 65535")]
    [InlineData("--patients -5", "20 to 50000")]
    [InlineData("--no-synthetic", "--data DIR")]
    [InlineData("--no-synthetic --data x --live", "--live")]
    public void Parse_WrongArgument_SaysWhichAndWhatItShouldBe(string line, string part)
    {
        var fault = Assert.Throws<SandboxUsageException>(() => SandboxOptions.Parse(line.Split(' ')));
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HelpText_EveryArgument_IsNamed() =>
        Assert.All(
            [
                "--port",
                "--patients",
                "--seed",
                "--data",
                "--no-synthetic",
                "--live",
                "--live-seconds",
                "--delay",
                "--big-letters",
            ],
            name => Assert.Contains(name, SandboxOptions.HelpText, StringComparison.Ordinal));
}
