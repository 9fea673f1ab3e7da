using System.Formats.Asn1;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>A real TLS handshake with a card, leaf only as browsers may send it.</summary>
public sealed class UziHandshakeTests
{
    private static readonly TestPki _pki = TestPki.Shared;

    [Fact]
    public async Task ChainPolicy_AnyCard_ProvesItsKeyAndNothingMore()
    {
        Assert.Equal(SslPolicyErrors.RemoteCertificateChainErrors, await ShakeHandsAsync(TestCards.Huisarts));
        Assert.Equal(
            SslPolicyErrors.RemoteCertificateChainErrors, await ShakeHandsAsync(TestCards.Huisarts with { Issuer = _pki.ForeignCa }));
    }

    [Fact]
    public async Task H030_ChainPolicy_AddressesInTheCard_AreNeverCalled()
    {
        // Nobody needs to accept: a connection attempt waits in the listener's queue and shows there.
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)trap.LocalEndpoint).Port}/ca.cer";
        var card = TestCards.Huisarts with
        {
            Issuer = _pki.ForeignCa,
            CrlAddress = address,
            Extensions = [IssuerAddress(address)],
        };

        await ShakeHandsAsync(card);
        using var certificate = _pki.Card(card);
        var clock = new SettableClock(_pki.Now);
        var verdict = new UziJudgement(_pki.Trust(), _pki.Store(clock), clock).Judge(certificate);
        using var trusted = _pki.Card(card with { Issuer = null });
        var other = new UziJudgement(_pki.Trust(), _pki.Store(clock), clock).Judge(trusted);

        Assert.False(trap.Pending());
        Assert.Equal(UziRefusal.UntrustedChain, verdict.Refusal);
        Assert.True(other.Accepted, other.Detail); // H029
    }

    private static async Task<SslPolicyErrors> ShakeHandsAsync(TestCard description)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        var connected = client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var accepted = await listener.AcceptTcpClientAsync();
        await connected;
        using var serverCertificate = _pki.ServerCertificate();
        using var card = _pki.Card(description);
        var seen = SslPolicyErrors.RemoteCertificateNotAvailable;
        await using var server = new SslStream(accepted.GetStream());
        await using var browser = new SslStream(client.GetStream());

        var serving = server.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = serverCertificate,
            ClientCertificateRequired = true,
            CertificateChainPolicy = UziHandshake.ChainPolicy(),
            RemoteCertificateValidationCallback = (_, _, _, errors) =>
            {
                seen = errors;
                return errors != SslPolicyErrors.RemoteCertificateNotAvailable; // every card gets a page; the judgement comes after
            },
        });
        await browser.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ClientCertificateContext = SslStreamCertificateContext.Create(card, additionalCertificates: null, offline: true),
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { _pki.WebCa.Certificate },
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            },
        });
        await serving;
        await browser.WriteAsync(Encoding.ASCII.GetBytes("x"));
        Assert.Equal(1, await server.ReadAsync(new byte[1]));
        return seen;
    }

    /// <summary>authorityInfoAccess with one caIssuers address.</summary>
    private static X509Extension IssuerAddress(string address)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.3.6.1.5.5.7.48.2");
            writer.WriteCharacterString(UniversalTagNumber.IA5String, address, new Asn1Tag(TagClass.ContextSpecific, 6));
        }

        return new X509Extension("1.3.6.1.5.5.7.1.1", writer.Encode(), false);
    }
}
