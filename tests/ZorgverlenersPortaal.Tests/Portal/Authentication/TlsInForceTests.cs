using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Tests.Architecture;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>R13: key exchange groups are not .NET's to set, so what OpenSSL really does is tried out at start.</summary>
public sealed class TlsInForceTests : IDisposable
{
    private static readonly Dictionary<string, string?> _bare = new(StringComparer.Ordinal) { ["OPENSSL_CONF"] = null };
    private readonly string _folder = PortalHost.MakeFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OpenSslFact]
    public async Task R13_Check_WithoutOurFile_FindsTheWeakGroups()
    {
        var (exit, output, _) = await PortalProgram.RunAsync(Settings(), _bare, "check");
        Assert.Equal(0, exit);
        Assert.Contains("ffdhe2048", output, StringComparison.Ordinal);
        Assert.Contains("OPENSSL_CONF=ops/tls/openssl.cnf", output, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task R13_Check_WithOurFile_IsContent()
    {
        var (exit, output, _) = await PortalProgram.RunAsync(Settings(), Ours(), "check");
        Assert.Equal(0, exit);
        Assert.Contains("TLS profile Good: key exchange", output, StringComparison.Ordinal);
        Assert.DoesNotContain("finite", output, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task R13_Check_AFileThatLeavesNoGroup_SaysThatNoBrowserCouldConnect()
    {
        var file = Path.Combine(_folder, "other.cnf");
        await File.WriteAllTextAsync(file, "openssl_conf=a\n[a]\nssl_conf=b\n[b]\nsystem_default=c\n[c]\nGroups=ffdhe2048\n");
        var (_, output, _) = await PortalProgram.RunAsync(Settings(), new Dictionary<string, string?>(StringComparer.Ordinal) { ["OPENSSL_CONF"] = file }, "check");
        Assert.Contains("no browser could connect", output, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task R13_Start_ProductionWithoutOurFile_IsRefused()
    {
        var (exit, _, errors) = await PortalProgram.RunAsync(Production(), InProduction(_bare));
        Assert.Equal(1, exit);
        Assert.Contains("Portal:TlsProfile: TLS also agrees to finite-field groups", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task R13_Start_ProductionWithOurFile_GetsPastTheCheck()
    {
        // An address that this machine does not have: the start ends there, after TLS was found good.
        var settings = Production();
        settings["Portal:Listen"] = "192.0.2.1:7443";
        var (exit, output, errors) = await PortalProgram.RunAsync(settings, InProduction(Ours()));
        Assert.NotEqual(0, exit);
        Assert.Contains("TLS profile Good", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Portal:TlsProfile", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rsa2048", "its key is RSA 2048")]
    [InlineData("p256", "its key is ECDSA P-256")]
    [InlineData("sha1", "it is signed with sha1")]
    [InlineData("rsa3072", null)]
    [InlineData("p384", null)]
    public void R13_ServerCertificate_OfAStrength_IsTakenOrNamed(string kind, string? fault)
    {
        using AsymmetricAlgorithm key = kind switch
        {
            "rsa2048" => RSA.Create(2048),
            "rsa3072" or "sha1" => RSA.Create(3072),
            "p256" => ECDsa.Create(ECCurve.NamedCurves.nistP256),
            _ => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        };
        var hash = kind == "sha1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        var (request, signer) = key is RSA rsa
            ? (new CertificateRequest("CN=localhost", rsa, hash, RSASignaturePadding.Pkcs1), new TestSigner(rsa))
            : (new CertificateRequest("CN=localhost", (ECDsa)key, hash), X509SignatureGenerator.CreateForECDsa((ECDsa)key));
        using var certificate = request.Create(request.SubjectName, signer, TestPki.Shared.Now, TestPki.Shared.Now.AddDays(1), [1]);
        var found = ServerCertificateStrength.Fault(certificate);
        if (fault is null)
        {
            Assert.Null(found);
        }
        else
        {
            Assert.StartsWith(fault, found, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task R13_Start_WeakServerKey_IsRefusedWithTheMend()
    {
        using var key = RSA.Create(2048);
        using var weak = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TestPki.Shared.Now, TestPki.Shared.Now.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(_folder, "server.crt"), weak.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder, "server.key"), key.ExportPkcs8PrivateKeyPem());
        var (exit, _, errors) = await PortalProgram.RunAsync(Settings());
        Assert.Equal(1, exit);
        Assert.Contains("Portal:Certificate", errors, StringComparison.Ordinal);
        Assert.Contains("its key is RSA 2048; ask your CA for one with an ECDSA P-384 or RSA 3072 key", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-30, -1, "Portal:Certificate ended on")]
    [InlineData(1, 30, "Portal:Certificate begins on")]
    public async Task H159_Start_CertificateThatDoesNotHoldNow_IsRefusedWithTheMend(int from, int until, string says)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA384).CreateSelfSigned(now.AddDays(from), now.AddDays(until));
        await File.WriteAllTextAsync(Path.Combine(_folder, "server.crt"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder, "server.key"), key.ExportPkcs8PrivateKeyPem());

        var (exit, _, errors) = await PortalProgram.RunAsync(Settings(), Ours());
        var (_, checkedIt, _) = await PortalProgram.RunAsync(Settings(), Ours(), "check");

        Assert.Equal(1, exit);
        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.Contains("FAULT " + says, checkedIt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Staging")]
    public async Task H160_Start_EnvironmentOfADeveloper_IsRefusedWithTheMend(string name)
    {
        var (exit, _, errors) = await PortalProgram.RunAsync(
            Settings(), new Dictionary<string, string?>(Ours(), StringComparer.Ordinal) { ["DOTNET_ENVIRONMENT"] = name, ["ASPNETCORE_ENVIRONMENT"] = null });

        Assert.Equal(1, exit);
        Assert.Contains($"DOTNET_ENVIRONMENT is {name}", errors, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Ours() =>
        new(StringComparer.Ordinal) { ["OPENSSL_CONF"] = Repository.Path("ops", "tls", "openssl.cnf") };

    private static Dictionary<string, string?> InProduction(Dictionary<string, string?> environment) =>
        new(environment, StringComparer.Ordinal) { ["DOTNET_ENVIRONMENT"] = "Production", ["ASPNETCORE_ENVIRONMENT"] = null };

    private IDictionary<string, string> Settings() => PortalHost.SettingsFor(_folder, "http://127.0.0.1:9/fhir");

    private IDictionary<string, string> Production()
    {
        var pki = new TestPki(production: true);
        pki.WriteTo(_folder);
        var settings = Settings();
        settings["Uzi:TestCards"] = "false";
        settings["Audit:CheckpointFolder"] = Directory.CreateDirectory(Path.Combine(_folder, "checkpoints")).FullName;
        settings["Audit:CheckpointKey"] = Path.Combine(_folder, "checkpoint.key");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(settings["Audit:CheckpointKey"], key.ExportPkcs8PrivateKeyPem());
        return settings;
    }
}
