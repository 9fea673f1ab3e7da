using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Uzi;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>
/// The four traps of security.md §0, sprung: what .NET does by itself fails the very assertions that the portal's tests make.
/// When one of these starts to fail, the framework has mended it.
/// </summary>
public sealed class FrameworkDefaultsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("defaults-").FullName;
    private readonly TcpListener _trap = new(IPAddress.Loopback, 0);

    public FrameworkDefaultsTests() => _trap.Start();

    private string TrapAddress => $"http://127.0.0.1:{((IPEndPoint)_trap.LocalEndpoint).Port}";

    public void Dispose()
    {
        _trap.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Beside KestrelTlsTests.Handshake_KeptSessionWithoutTheKey_….</summary>
    [OpenSslTheory]
    [InlineData("-tls1_3")]
    [InlineData("-tls1_2")]
    public async Task Default_KeptSessionWithoutTheKey_ShowsTheCard(string version)
    {
        await using var kestrel = await FrameworkDefaults.StartAsync();
        using var card = TestPki.Shared.Card();
        var kept = Path.Combine(_folder, "session.pem");
        await OpenSsl.RequestAsync(kestrel.Address, "/", [version, "-sess_out", kept, .. OpenSsl.Card(_folder, card)]);
        var second = await OpenSsl.RequestAsync(kestrel.Address, "/", version, "-sess_in", kept);
        Assert.Contains("Reused", second, StringComparison.Ordinal);
        Assert.Contains("SEEN CN=Sietske Hoekstra", second, StringComparison.Ordinal);
    }

    /// <summary>Beside KestrelTlsTests.Handshake_CertificateThatNamesAnAddressForItsIssuer_….</summary>
    [OpenSslFact]
    public async Task Default_CertificateThatNamesAnAddressForItsIssuer_IsFetchedInTheHandshake()
    {
        await using var kestrel = await FrameworkDefaults.StartAsync();
        using var card = TestPki.Shared.Card(c => c with
        {
            Issuer = TestPki.Shared.ForeignCa,
            Extensions = [new X509AuthorityInformationAccessExtension(null, [$"{TrapAddress}/ca.cer"])],
        });
        var called = FrameworkDefaults.CalledAsync(_trap);
        await OpenSsl.RequestAsync(kestrel.Address, "/", ["-tls1_3", .. OpenSsl.Card(_folder, card)]);
        Assert.Contains("/ca.cer", await called, StringComparison.Ordinal);
    }

    /// <summary>Beside UziHandshakeTests.H030_….</summary>
    [Fact]
    public async Task Default_RevocationCheck_WaitsForWhoeverTheCardNames()
    {
        using var card = TestPki.Shared.Card(c => c with { CrlAddress = $"{TrapAddress}/list.crl" });
        using var chain = FrameworkDefaults.Chain(TestPki.Shared);
        chain.ChainPolicy.RevocationFlag = X509RevocationFlag.EndCertificateOnly;
        var building = Task.Run(() => chain.Build(card));
        using (await _trap.AcceptTcpClientAsync())
        {
            // The other side has the connection and says nothing: whoever waits for this, waits.
            Assert.False(building.IsCompleted);
        }
        _trap.Stop();
        await building;

        // The judgement has its verdict with the trap closed, and while it was open never knocked (UziHandshakeTests).
        var clock = new SettableClock(TestPki.Shared.Now);
        Assert.True(new UziJudgement(TestPki.Shared.Trust(), TestPki.Shared.Store(clock), clock).Judge(card).Accepted);
    }

    /// <summary>Beside UziJudgementTests: each of these has a refusal of its own.</summary>
    [Theory]
    [InlineData("H011 leaf with CA:TRUE")]
    [InlineData("H015 no EKU")]
    [InlineData("H016 keyEncipherment with clientAuth")]
    [InlineData("H017 signature certificate")]
    [InlineData("H019 SHA-1")]
    [InlineData("H020 RSA-1024")]
    [InlineData("H034 two persons")]
    [InlineData("V3 no SAN")]
    public void Default_BuildOfAWeakLeaf_IsTrueWhereTheJudgementRefuses(string name)
    {
        var pki = TestPki.Shared;
        var refused = UziRefusalCases.All[name];
        using var card = refused.Card(pki)!;
        using var chain = FrameworkDefaults.Chain(pki);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        Assert.True(chain.Build(card));
        var clock = new SettableClock(pki.Now);
        Assert.Equal(refused.Refusal, new UziJudgement(pki.Trust(), pki.Store(clock), clock).Judge(card).Refusal);
    }
}
