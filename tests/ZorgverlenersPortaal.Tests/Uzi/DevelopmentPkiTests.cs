using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>The cards that developers use must be judged as certs-dev/README.md promises.</summary>
public sealed class DevelopmentPkiTests(DevelopmentPkiFixture pki) : IClassFixture<DevelopmentPkiFixture>
{
    private static readonly string[] _servers = ["localhost", "127.0.0.1", "::1"];

    [OpenSslFact]
    public void MakeCerts_EveryCard_IsJudgedAsListed()
    {
        using var trust = UziTrust.Load([At("trust-anchors.pem")], [At("intermediates.pem")], testCards: true);
        var store = new RevocationStore(TimeProvider.System, TimeSpan.FromHours(4));
        var loads = new RevocationFolder(At("crl"), store, trust.Authorities).Load();
        var judgement = new UziJudgement(trust, store, TimeProvider.System);

        Assert.Equal(4, loads.Count);
        Assert.All(loads, load => Assert.True(load.Outcome.Accepted, load.Outcome.Detail));
        var lines = File.ReadAllLines(At("cards.csv"));
        Assert.Equal("name,uzi,agb,role,expected", lines[0]);
        Assert.Equal(17, lines.Length - 1);
        foreach (var card in lines.Skip(1).Select(line => line.Split(',')))
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(At(card[0] + ".p12"), "zvp", X509KeyStorageFlags.EphemeralKeySet);
            var verdict = judgement.Judge(certificate);

            Assert.True(certificate.HasPrivateKey, card[0]);
            Assert.True(string.Equals(card[4], verdict.Refusal?.ToString() ?? "Accepted", StringComparison.Ordinal), $"{card[0]}: {verdict.Refusal} {verdict.Detail}");
            Assert.Equal(card[1], verdict.Identity!.UziNumber);
            Assert.Equal(card[2], verdict.Identity.Agb ?? "00000000");
            Assert.Equal(card[3], verdict.Identity.RoleCode);
        }
    }

    [OpenSslFact]
    public void MakeCerts_ServerCertificate_IsGoodForThisMachineOnly()
    {
        using var root = X509CertificateLoader.LoadCertificateFromFile(At("web-ca.crt"));
        using var server = X509Certificate2.CreateFromPemFile(At("server.crt"), At("server.key"));
        using var chain = new X509Chain
        {
            ChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { root },
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            },
        };

        Assert.True(chain.Build(server));
        Assert.All(_servers, name => Assert.True(server.MatchesHostname(name), name));
        Assert.Equal(384, server.GetECDsaPublicKey()!.KeySize);
    }

    [OpenSslFact]
    public void MakeCerts_PrivateKeys_AreForTheOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // has no such modes
        }

        var keys = Directory.GetFiles(pki.Made, "*.key", SearchOption.AllDirectories);

        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        }
    }

    [OpenSslFact]
    public void MakeCerts_SecondRun_KeepsWhatIsThereAndMakesWhatIsMissing()
    {
        using var folder = new DevelopmentPkiFixture();
        string In(string name) => Path.Combine(folder.Made, name);
        var (kept, list) = (File.ReadAllBytes(In("huisarts.p12")), File.ReadAllBytes(In("crl/zorgverlener.crl")));

        var (exit, text) = DevelopmentPkiFixture.MakeCerts("--out", folder.Made);
        Assert.True(exit == 0, text);
        Assert.Equal(list, File.ReadAllBytes(In("crl/zorgverlener.crl")));

        // An interrupted run, and a list of two hours old.
        File.Delete(In("avg.p12"));
        File.SetLastWriteTimeUtc(In("crl/root.crl"), File.GetLastWriteTimeUtc(In("crl/root.crl")).AddHours(-2));
        (exit, text) = DevelopmentPkiFixture.MakeCerts("--out", folder.Made);
        Assert.True(exit == 0, text);
        Assert.True(File.Exists(In("avg.p12")));
        Assert.Contains("revocation list of root", text, StringComparison.Ordinal);
        Assert.Equal(kept, File.ReadAllBytes(In("huisarts.p12")));
    }

    [OpenSslFact]
    public void MakeCerts_FolderOfSomebodyElse_IsLeftAlone()
    {
        var folder = Directory.CreateTempSubdirectory("zvp-theirs-").FullName;
        File.WriteAllText(Path.Combine(folder, "precious"), "x");

        var (exit, text) = DevelopmentPkiFixture.MakeCerts("--force", "--out", folder);

        Assert.Equal(1, exit);
        Assert.Contains("did not make", text, StringComparison.Ordinal);
        Assert.EndsWith("precious", Assert.Single(Directory.GetFileSystemEntries(folder)), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [OpenSslFact]
    public void MakeCerts_Help_SaysWhatItDoes()
    {
        var (exit, text) = DevelopmentPkiFixture.MakeCerts("--help");

        Assert.Equal(0, exit);
        Assert.Contains("--out DIR", text, StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(pki.Made, name);
}
