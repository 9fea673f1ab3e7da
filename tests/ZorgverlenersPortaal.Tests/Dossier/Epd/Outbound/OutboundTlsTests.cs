using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd.Outbound;

/// <summary>Real TLS servers on the loopback: whom the portal believes to be the EPD, and what it shows of itself.</summary>
public sealed class OutboundTlsTests
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    [Fact]
    public async Task Ask_CertificateOfTheTrustedCa_IsAnswered()
    {
        await using var epd = await SecureEpd.StartAsync(Certificate("localhost"));
        using var rig = EpdRig.To(epd.Base);

        Assert.Equal("200", await rig.TryAsync());
        Assert.InRange(rig.Health.ServerCertificateEnds!.Value, TestPki.Shared.Now.AddDays(1), TestPki.Shared.Now.AddYears(2));
    }

    public static TheoryData<string, string> Untrusted => new()
    {
        { "wrong host", "RemoteCertificateNameMismatch" },
        { "expired", "NotTimeValid" },
        { "not yet", "NotTimeValid" },
        { "other CA", "PartialChain" },
        { "self-signed", "UntrustedRoot" },
        { "client certificate", "NotValidForUsage" },
    };

    [Theory]
    [MemberData(nameof(Untrusted))]
    public async Task H097_UntrustedCertificate_IsRefusedByNameAndNothingIsSent(string which, string why)
    {
        using var certificate = Hostile(which);
        await using var epd = await SecureEpd.StartAsync(certificate);
        using var rig = EpdRig.To(epd.Base);

        var refused = await Assert.ThrowsAsync<EpdException>(() => rig.AskAsync());

        Assert.Equal(EpdFailure.NotTrusted, refused.Failure);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Empty(epd.Asked);
    }

    [Theory]
    [MemberData(nameof(Untrusted))]
    public async Task H097_UntrustedTokenEndpoint_GetsNoAssertion(string which, string why)
    {
        using var certificate = Hostile(which);
        await using var epd = await SecureEpd.StartAsync(certificate);
        using var rig = EpdRig.Smart(epd, options => options.Smart.TokenAddress = epd.TokenAddress);

        var refused = await Assert.ThrowsAsync<EpdException>(() => rig.AskAsync());

        Assert.Equal(EpdFailure.NotTrusted, refused.Failure);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Empty(epd.Assertions);
    }

    [Fact]
    public async Task H097_SystemTrust_DoesNotTrustThePrivateCa()
    {
        await using var epd = await SecureEpd.StartAsync();
        using var rig = EpdRig.To(epd.Base, (options, _) => options.TrustedCertificates = "");

        Assert.Equal("NotTrusted", await rig.TryAsync());
    }

    [Fact]
    public async Task H097_KeepsBeingUntrusted_IsDownAndInTheLog()
    {
        await using var epd = await SecureEpd.StartAsync(Certificate("epd.elsewhere"));
        using var rig = EpdRig.To(epd.Base);

        for (var i = 0; i < EpdPatience.FewestAttempts; i++)
        {
            await rig.TryAsync();
        }

        Assert.Equal(EpdState.Down, rig.Health.Condition.State);
        Assert.Contains(rig.Log.Lines, line => line.Contains("RemoteCertificateNameMismatch", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("between.pem", true)]
    public async Task Ask_TrustListIsAFolder_EveryCaInItCounts(string other, bool answered)
    {
        await using var epd = await SecureEpd.StartAsync();
        using var rig = EpdRig.To(epd.Base, (options, folder) =>
        {
            File.WriteAllText(Path.Combine(folder, "readme.txt"), "no certificate");
            if (other.Length > 0)
            {
                File.WriteAllText(Path.Combine(folder, other), TestPki.Shared.Persoon.Certificate.ExportCertificatePem());
            }
            options.TrustedCertificates = folder;
        });

        Assert.Equal(answered, await rig.TryAsync() == "200");
    }

    [Fact]
    public async Task Ask_Tls11Only_IsRefused()
    {
#pragma warning disable CA5397, SYSLIB0039 // what an old server speaks
        await using var epd = await SecureEpd.StartAsync(tls: https => https.SslProtocols = SslProtocols.Tls11);
#pragma warning restore CA5397, SYSLIB0039
        using var rig = EpdRig.To(epd.Base);

        Assert.Equal("NotTrusted", await rig.TryAsync());
    }

    [Fact]
    public async Task Ask_Tls12Only_IsAnswered()
    {
#pragma warning disable CA5398 // what an older server speaks
        await using var epd = await SecureEpd.StartAsync(tls: https => https.SslProtocols = SslProtocols.Tls12);
#pragma warning restore CA5398
        using var rig = EpdRig.To(epd.Base);

        Assert.Equal("200", await rig.TryAsync());
    }

    [Fact]
    public async Task Ask_EpdWantsACertificate_ItIsShown()
    {
        await using var epd = await SecureEpd.StartAsync(tls: WantsCertificate);
        var thumbprint = "";
        using var rig = EpdRig.To(epd.Base, (options, folder) =>
        {
            options.Authentication = nameof(EpdAuthentication.ClientCertificate);
            thumbprint = EpdRig.ShowCertificate(options, folder);
            Assert.Empty(options.Faults(isProduction: true));
        });

        Assert.Equal("200", await rig.TryAsync());
        Assert.Equal(thumbprint, Assert.Single(epd.Certificates));
    }

    [Fact]
    public async Task Ask_EpdWantsACertificateAndThereIsNone_IsANamedFailure()
    {
        await using var epd = await SecureEpd.StartAsync(tls: WantsCertificate);
        using var rig = EpdRig.To(epd.Base);

        Assert.Contains(await rig.TryAsync(), (string[])["NotTrusted", "Unreachable"]);
        Assert.Empty(epd.Asked);
    }

    [Fact]
    public async Task Ask_TokenAndCertificate_BothAreShownEverywhere()
    {
        await using var epd = await SecureEpd.StartAsync(tls: WantsCertificate);
        var thumbprint = "";
        using var rig = EpdRig.Smart(epd, options => thumbprint = EpdRig.ShowCertificate(options, Path.GetDirectoryName(options.Smart.KeyFolder)!));

        Assert.Equal("200", await rig.TryAsync());
        using var letter = await rig.Connection.Letters.SendAsync(new(HttpMethod.Get, new Uri(rig.Options.Base, "Binary/1")), default);

        Assert.Equal(System.Net.HttpStatusCode.OK, letter.StatusCode);
        Assert.All(epd.Certificates, shown => Assert.Equal(thumbprint, shown));
        Assert.Equal(1, epd.TokensGiven);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task H096_Redirect_IsNotFollowedByAnyWayOut(int status)
    {
        await using var elsewhere = await SecureEpd.StartAsync();
        await using var epd = await SecureEpd.StartAsync();
        epd.OnFhir = context =>
        {
            context.Response.Headers.Location = elsewhere.Base + "/Condition";
            return SecureEpd.StatusAsync(context, status);
        };
        using var rig = EpdRig.Smart(epd);

        Assert.Equal($"{status}", await rig.TryAsync());
        using var letter = await rig.Connection.Letters.SendAsync(new(HttpMethod.Get, new Uri(rig.Options.Base, "Binary/1")), default);
        Assert.Equal(status, (int)letter.StatusCode);
        Assert.Empty(elsewhere.Asked);
    }

    [Fact]
    public async Task H096_RedirectOfTheTokenEndpoint_IsNotFollowed()
    {
        await using var elsewhere = await SecureEpd.StartAsync();
        await using var epd = await SecureEpd.StartAsync();
        epd.OnToken = context =>
        {
            context.Response.Headers.Location = elsewhere.TokenAddress;
            return SecureEpd.StatusAsync(context, 307);
        };
        using var rig = EpdRig.Smart(epd);

        Assert.Equal("NotAuthenticated", await rig.TryAsync());
        Assert.Empty(elsewhere.Asked);
    }

    private static void WantsCertificate(HttpsConnectionAdapterOptions https)
    {
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.AllowAnyClientCertificate();
    }

    private static X509Certificate2 Hostile(string which) => which switch
    {
        "wrong host" => Certificate("epd.elsewhere"),
        "expired" => Certificate("localhost", from: -30, to: -1),
        "not yet" => Certificate("localhost", from: 1, to: 30),
        "other CA" => Certificate("localhost", issuer: TestPki.Shared.ForeignRoot),
        "self-signed" => Certificate("localhost", selfSigned: true),
        _ => Certificate("localhost", use: ClientUse),
    };

    private static X509Certificate2 Certificate(
        string host, int from = -1, int to = 365, TestAuthority? issuer = null, bool selfSigned = false, string use = ServerUse)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA384);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        var (start, end) = (TestPki.Shared.Now.AddDays(from), TestPki.Shared.Now.AddDays(to));
        if (selfSigned)
        {
            return request.CreateSelfSigned(start, end);
        }
        var ca = issuer ?? TestPki.Shared.WebCa;
        using var certificate = request.Create(ca.Certificate.SubjectName, ca.Generator, start, end, TestAuthority.NewSerial());
        return certificate.CopyWithPrivateKey(key);
    }
}
