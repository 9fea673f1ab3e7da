using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.State;

/// <summary>R13: every fault names its key and the mend, and never the password.</summary>
public sealed class StateOptionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("state-").FullName;

    public StateOptionsTests()
    {
        TestPki.Shared.WriteTo(_folder);
        TwoNodes.WriteKeyCertificate(_folder);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void R13_NoRedis_NeedsNothing() => Assert.Empty(new StateOptions().Faults(isProduction: true));

    [Theory]
    [InlineData("redis.example:6380,ssl=true,password=geheim")]
    [InlineData("127.0.0.1:6379,password=geheim")]
    [InlineData("localhost,password=geheim")]
    public void R13_RedisAsItShouldBe_HasNoFault(string redis) => Assert.Empty(Options(redis).Faults(isProduction: true));

    [Theory]
    [InlineData("redis.example:6380,password=geheim", "without TLS")]
    [InlineData("localhost,10.0.0.5,password=geheim", "without TLS")]
    [InlineData("redis.example:6380,ssl=true", "no password")]
    [InlineData("localhost,password=geheim,allowAdmin=true", "allowAdmin")]
    [InlineData("localhost,password=geheim,user=portal", "cannot be read")]
    [InlineData("password=geheim", "cannot be read")]
    [InlineData("localhost,ssl=perhaps,password=geheim", "cannot be read")]
    public void R13_RedisAtFault_IsSaidWithoutThePassword(string redis, string fault)
    {
        var said = Assert.Single(Options(redis).Faults(isProduction: true));
        Assert.StartsWith("State:Redis ", said, StringComparison.Ordinal);
        Assert.Contains(fault, said, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "", "there is no file ''")]
    [InlineData("keys.crt", "", "", "cannot be read")]
    [InlineData("keys.crt", "server.key", "", "cannot be read")]
    [InlineData("server.crt", "server.key", "", "must be an RSA certificate")]
    [InlineData("keys.crt", "keys.key", "wrong", "cannot be read")]
    public void R13_KeyCertificateAtFault_IsSaid(string certificate, string key, string password, string fault)
    {
        var options = Options("localhost");
        (options.KeyCertificate, options.KeyCertificateKey, options.KeyCertificatePassword) = (Path.Combine(_folder, certificate), Path.Combine(_folder, key), password);
        if (certificate.Length == 0)
        {
            options.KeyCertificate = "";
        }

        Assert.Contains(fault, Assert.Single(options.Faults(isProduction: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void R13_CertificateWithoutRedisOrTimeOutOutOfBounds_IsSaid()
    {
        Assert.Contains("no meaning", Assert.Single(new StateOptions { KeyCertificate = "x" }.Faults(isProduction: false)), StringComparison.Ordinal);
        Assert.StartsWith("State:TimeoutSeconds", Assert.Single(new StateOptions { TimeoutSeconds = 1.1 }.Faults(isProduction: false)), StringComparison.Ordinal);
        var options = Options("localhost");
        options.RedisAuthorities = "/nowhere.pem";
        Assert.StartsWith("State:RedisAuthorities", Assert.Single(options.Faults(isProduction: false)), StringComparison.Ordinal);
    }

    private StateOptions Options(string redis) => new()
    {
        Redis = redis,
        KeyCertificate = Path.Combine(_folder, "keys.crt"),
        KeyCertificateKey = Path.Combine(_folder, "keys.key"),
    };
}
