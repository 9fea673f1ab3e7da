using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>
/// H048 in a real handshake. Up to OpenSSL's 100 kB the certificates come in, so that a strange card still gets its page;
/// above that TLS itself ends. Certificates beside the card count for nothing.
/// </summary>
[Collection(PortalJourneys.Name)]
public sealed class OversizedCertificateTests(PortalFixture fixture) : IDisposable
{
    private const int Strangers = 49;

    private static readonly TestPki _pki = TestPki.Shared;

    private readonly string _folder = Directory.CreateTempSubdirectory("tls-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OpenSslFact]
    public async Task H048_CertificateOf60Kilobytes_IsRefusedUnreadOnItsPage()
    {
        var answer = await AskAsync(Padded(60_000));
        Assert.Contains("HTTP/1.1 403", answer, StringComparison.Ordinal);
        Assert.Contains("ZVP-L20", answer, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task H048_CertificateOf200Kilobytes_IsRefusedByTls()
    {
        var answer = await AskAsync(Padded(200_000));
        Assert.DoesNotContain("HTTP/1.1", answer, StringComparison.Ordinal);
        // And the next one is served.
        using var client = fixture.Portal.Client(_pki.Card(TestCards.Onbekend));
        Assert.Equal("ZVP-L03", (await client.GetAsync("/inloggen")).Code);
    }

    [OpenSslFact]
    public async Task H048_ChainOf50Certificates_ChangesNothingAboutTheCard()
    {
        // Every one with the names of the real CAs, to be mixed up with them.
        var strangers = Enumerable.Range(0, Strangers).Select(i =>
            _pki.Authority(i % 2 == 0 ? _pki.CareProviderCa.CommonName : _pki.Persoon.CommonName, "foreign", i % 2 == 0 ? _pki.ForeignRoot : null));
        var chain = Path.Combine(_folder, "chain.pem");
        await File.WriteAllTextAsync(chain, string.Concat(strangers.Select(ca => ca.Certificate.ExportCertificatePem() + "\n")));

        var good = await AskAsync(_pki.Card(), "-cert_chain", chain);
        Assert.Contains("HTTP/1.1 303", good, StringComparison.Ordinal);
        var foreign = await AskAsync(_pki.Card(card => card with { Issuer = _pki.ForeignCa }), "-cert_chain", chain);
        Assert.Contains("ZVP-L21", foreign, StringComparison.Ordinal);
    }

    private static X509Certificate2 Padded(int bytes) => _pki.Card(card => card with
    {
        Extensions = [new X509Extension("2.16.528.1.1007.99.1", new byte[bytes], false)],
    });

    private async Task<string> AskAsync(X509Certificate2 card, params string[] arguments)
    {
        using (card)
        {
            return await OpenSsl.RequestAsync(fixture.Portal.Address, "/inloggen", ["-tls1_3", .. OpenSsl.Card(_folder, card), .. arguments]);
        }
    }
}
