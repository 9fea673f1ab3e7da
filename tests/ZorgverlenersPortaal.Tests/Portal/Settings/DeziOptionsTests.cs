using System.Security.Cryptography;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Settings;

/// <summary>R13: every fault of the second way in, at start.</summary>
public sealed class DeziOptionsTests : IDisposable
{
    private static readonly string _pin = Jose.Thumbprint(TestKeys.Rsa("dezi"));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dezi-");

    public DeziOptionsTests()
    {
        var key = TestKeys.Rsa("dezi-client");
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=portaal", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TestPki.Shared.Now.AddDays(-1), TestPki.Shared.Now.AddDays(1));
        Write("client.crt", certificate.ExportCertificatePem());
        Write("client.key", key.ExportPkcs8PrivateKeyPem());
        Write("weak.key", TestKeys.Rsa("weak", 1024).ExportPkcs8PrivateKeyPem());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void R13_Off_NothingIsAsked() => Assert.Empty(new DeziOptions { ClientAuthentication = "?", Issuer = "" }.Faults(isProduction: true));

    [Fact]
    public void R13_GoodSettings_HaveNoFault() => Assert.Empty(Good().Faults(isProduction: true));

    [Fact]
    public void R13_OnAndNothingElse_NamesEveryKeyAtOnce() => Assert.Equal(
        ["Dezi:ClientCertificate", "Dezi:ClientId", "Dezi:PinnedKeys"],
        new DeziOptions { Enabled = true }.Faults(isProduction: true).Select(fault => fault.Split(' ')[0]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("http://auth.dezi.nl")]
    [InlineData("https://auth.dezi.nl/")]
    [InlineData("https://auth.dezi.nl?x=1")]
    [InlineData("https://user@auth.dezi.nl")]
    [InlineData("auth.dezi.nl")]
    public void R13_Issuer_ThatIsNoBareHttpsAddress_IsRefused(string issuer) => Only("Dezi:Issuer", o => o.Issuer = issuer);

    [Theory]
    [InlineData("")]
    [InlineData("5HU_ZBkf-b559dQmfUQ3zfi1aQnwcUB7JK6s8KKPwJ")]
    [InlineData("5HU/ZBkf+b559dQmfUQ3zfi1aQnwcUB7JK6s8KKPwJw")]
    public void R13_Pin_ThatIsNoThumbprint_IsRefused(string pin) => Only("Dezi:PinnedKeys", o => o.PinnedKeys.Add(pin));

    [Fact]
    public void R13_ClientWithoutProof_IsRefusedInProductionOnly()
    {
        Only("Dezi:ClientAuthentication", o => o.ClientAuthentication = "None");
        var options = Good();
        options.ClientAuthentication = "None";
        Assert.Empty(options.Faults(isProduction: false));
    }

    [Fact]
    public void R13_EachOtherFault_NamesItsKey()
    {
        Only("Dezi:ClientAuthentication", o => o.ClientAuthentication = "client_secret_basic");
        Only("Dezi:ClientCertificate", o => o.ClientCertificateKey = "/nowhere.key");
        Only("Dezi:DecryptionKey", o => o.DecryptionKey = "/nowhere.key");
        Only("Dezi:DecryptionKey", o => o.DecryptionKey = Path.Combine(_folder.FullName, "client.crt"));
        Only("Dezi:DecryptionKey", o => o.DecryptionKey = Path.Combine(_folder.FullName, "weak.key"));
        Only("Dezi:Authorities", o => o.Authorities = "/nowhere.pem");
        Only("Dezi:StatementIssuer", o => o.StatementIssuer = "");
        Only("Dezi:TimeoutSeconds", o => o.TimeoutSeconds = double.NaN);
        Only("Dezi:TimeoutSeconds", o => o.TimeoutSeconds = 31);
    }

    private DeziOptions Good()
    {
        var options = new DeziOptions
        {
            Enabled = true,
            ClientId = "portaal",
            ClientCertificate = Path.Combine(_folder.FullName, "client.crt"),
            ClientCertificateKey = Path.Combine(_folder.FullName, "client.key"),
            DecryptionKey = Path.Combine(_folder.FullName, "client.key"),
        };
        options.PinnedKeys.Add(_pin);
        return options;
    }

    private void Only(string key, Action<DeziOptions> change)
    {
        var options = Good();
        change(options);
        Assert.StartsWith(key, Assert.Single(options.Faults(isProduction: true)), StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
