using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>The traps of TLS with client certificates that .NET's defaults fall into (security.md §0).</summary>
[Collection(PortalJourneys.Name)]
public sealed class KestrelTlsTests(PortalFixture fixture) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tls-").FullName;

    private Uri Address => fixture.Portal.Address;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OpenSslFact]
    public async Task Handshake_KeptSessionWithoutTheKey_IsNotResumedAndSignsNobodyIn()
    {
        using var card = TestPki.Shared.Card();
        var kept = Path.Combine(_folder, "session.pem");
        var first = await OpenSsl.RequestAsync(Address, "/inloggen", ["-tls1_3", "-sess_out", kept, .. OpenSsl.Card(_folder, card)]);
        Assert.Contains("HTTP/1.1 303", first, StringComparison.Ordinal);
        // A ticket is given all the same (OpenSSL does), or else there would be nothing to come back with.
        Assert.True(File.Exists(kept));
        var second = await OpenSsl.RequestAsync(Address, "/inloggen", "-tls1_3", "-sess_in", kept);
        Assert.DoesNotContain("Reused", second, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 403", second, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task Handshake_CertificateThatNamesAnAddressForItsIssuer_IsNotFetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var card = TestPki.Shared.Card(c => c with
        {
            Issuer = TestPki.Shared.ForeignCa,
            Extensions = [new X509AuthorityInformationAccessExtension(null, [$"http://127.0.0.1:{port}/ca.cer"])],
        });
        // Not with a client of .NET: that one fetches the address itself.
        var answer = await OpenSsl.RequestAsync(Address, "/inloggen", ["-tls1_3", .. OpenSsl.Card(_folder, card)]);
        Assert.Contains("ZVP-L21", answer, StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [OpenSslFact]
    public async Task Handshake_Tls12_IsRefused()
    {
        var answer = await OpenSsl.RequestAsync(Address, "/inloggen", "-tls1_2");
        Assert.Contains("protocol version", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/1.1", answer, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task Handshake_Aes128_IsRefused()
    {
        var answer = await OpenSsl.RequestAsync(Address, "/inloggen", "-tls1_3", "-ciphersuites", "TLS_AES_128_GCM_SHA256");
        Assert.DoesNotContain("HTTP/1.1", answer, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task Handshake_NamesTheCardCas_SoThatTheBrowserOffersTheRightCard()
    {
        var answer = await OpenSsl.RequestAsync(Address, "/inloggen", "-tls1_3");
        var names = answer[answer.IndexOf("Acceptable client certificate CA names", StringComparison.Ordinal)..];
        Assert.Contains("TEST UZI-register Zorgverlener CA G3", names, StringComparison.Ordinal);
        Assert.DoesNotContain("TEST Web CA", names, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_WithoutTls_GetsNothing()
    {
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://127.0.0.1:{Address.Port}/")));
    }
}
