using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd.Outbound;

public sealed class SigningKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rotation_NextBecomesCurrent_WithoutRestartAndWithoutAGap()
    {
        await using var epd = await SecureEpd.StartAsync();
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rig = EpdRig.Smart(epd, keys: folder =>
        {
            File.WriteAllText(Path.Combine(folder, "current.pem"), EpdRig.StrongKey.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(Path.Combine(folder, "next.pem"), next.ExportPkcs8PrivateKeyPem());
        });
        // The EPD read the set before the rotation: it knows the next key already.
        var known = rig.Connection.PublicKeys()!;
        epd.Keys = () => known;
        Assert.Equal("200", await rig.TryAsync());

        var folder = rig.Options.Smart.KeyFolder;
        File.Move(Path.Combine(folder, "current.pem"), Path.Combine(folder, "previous.pem"));
        File.Move(Path.Combine(folder, "next.pem"), Path.Combine(folder, "current.pem"));
        rig.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("200", await rig.TryAsync());
        Assert.Equal(["RS384", "ES384"], epd.Assertions.Select(a => (string?)a.Header["alg"]));
        Assert.Empty(epd.Refusals);
        Assert.Equal(2, JsonNode.Parse(rig.Connection.PublicKeys()!)!["keys"]!.AsArray().Count);
        Assert.Contains(rig.Log.Lines, line => line.Contains("signs for the portal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rotation_FolderBreaksMeanwhile_TheLastKeysStayInUse()
    {
        await using var epd = await SecureEpd.StartAsync();
        using var rig = EpdRig.Smart(epd);
        Assert.Equal("200", await rig.TryAsync());
        File.WriteAllText(Path.Combine(rig.Options.Smart.KeyFolder, "current.pem"), "half a file");
        rig.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("200", await rig.TryAsync());
        Assert.Equal(2, epd.TokensGiven);
        Assert.Contains(rig.Log.Lines, line => line.Contains("last good keys", StringComparison.Ordinal));
    }

    [Fact]
    public void PublicSet_OfAllKinds_HoldsPublicMembersOnly()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rig = Rig(folder =>
        {
            File.WriteAllText(Path.Combine(folder, "current.pem"), EpdRig.StrongKey.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(Path.Combine(folder, "next.pem"), curve.ExportPkcs8PrivateKeyPem());
        });

        var keys = JsonNode.Parse(rig.Connection.PublicKeys()!)!["keys"]!.AsArray().Select(k => k!.AsObject()).ToList();

        Assert.Equal(["alg", "e", "key_ops", "kid", "kty", "n", "use"], keys[0].Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["alg", "crv", "key_ops", "kid", "kty", "use", "x", "y"], keys[1].Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.Equal(Jose.Thumbprint(EpdRig.StrongKey), (string?)keys[0]["kid"]);
    }

    [Theory]
    [InlineData("current.pfx", "", null)]
    [InlineData("current.p12", "wachtwoord", "wachtwoord")]
    [InlineData("current.key", "wachtwoord", "wachtwoord")]
    [InlineData("current.pem", "", "not needed")]
    public void Read_EveryFormOfAKey_IsTaken(string file, string password, string? given)
    {
        Write(file, password, EpdRig.StrongKey);

        Assert.Null(SigningKeyFolder.Fault(_folder, given ?? ""));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("only next")]
    [InlineData("two currents")]
    [InlineData("text")]
    [InlineData("public key")]
    [InlineData("weak RSA")]
    [InlineData("P-256")]
    [InlineData("wrong password")]
    [InlineData("broken next")]
    public void R13_Read_KeyOfNoUse_NamesTheFolderAndTheMend(string which)
    {
        switch (which)
        {
            case "only next": Write("next.pem", "", EpdRig.StrongKey); break;
            case "two currents": Write("current.pem", "", EpdRig.StrongKey); Write("current.pfx", "", EpdRig.StrongKey); break;
            case "text": File.WriteAllText(Path.Combine(_folder, "current.pem"), "sleutel"); break;
            case "public key": File.WriteAllText(Path.Combine(_folder, "current.pem"), EpdRig.StrongKey.ExportSubjectPublicKeyInfoPem()); break;
            case "weak RSA": Write("current.pem", "", TestKeys.Rsa("epd-mtls")); break;
            case "P-256":
                using (var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256))
                {
                    Write("current.pem", "", curve);
                }
                break;
            case "wrong password": Write("current.p12", "wachtwoord", EpdRig.StrongKey); break;
            case "broken next": Write("current.pem", "", EpdRig.StrongKey); File.WriteAllText(Path.Combine(_folder, "next.pem"), ""); break;
            default: break;
        }

        Assert.StartsWith("Epd:Smart:KeyFolder cannot be used (", SigningKeyFolder.Fault(_folder, ""), StringComparison.Ordinal);
    }

    private void Write(string file, string password, AsymmetricAlgorithm key)
    {
        var path = Path.Combine(_folder, file);
        if (file.EndsWith(".pfx", StringComparison.Ordinal) || file.EndsWith(".p12", StringComparison.Ordinal))
        {
            using var certificate = new CertificateRequest("CN=portaal", (RSA)key, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(TestPki.Shared.Now, TestPki.Shared.Now.AddYears(1));
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
            return;
        }
        File.WriteAllText(path, password.Length == 0
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000)));
    }

    private static EpdRig Rig(Action<string> keys) => EpdRig.To("https://localhost:1/fhir", (options, folder) =>
    {
        Directory.CreateDirectory(EpdRig.KeyFolder(folder));
        keys(EpdRig.KeyFolder(folder));
        options.Authentication = nameof(EpdAuthentication.SmartBackendServices);
        (options.Smart.ClientId, options.Smart.KeyFolder) = (SecureEpd.ClientId, EpdRig.KeyFolder(folder));
    });
}
