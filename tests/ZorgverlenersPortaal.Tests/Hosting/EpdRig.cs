using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Serilog;
using Serilog.Extensions.Logging;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The portal's way out to an EPD, with a clock that stands still and files in a temporary folder.</summary>
internal sealed class EpdRig : IDisposable
{
    private readonly SerilogLoggerProvider _provider;

    private EpdRig(string folder, EpdOptions options)
    {
        (Folder, Options) = (folder, options);
        _provider = new(new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(Log).CreateLogger(), dispose: true);
        Health = new(options, Clock, Logger);
        Connection = new(options, Health, Clock, Logger);
        Transport = new(Connection, options);
    }

    public string Folder { get; }

    public EpdOptions Options { get; }

    public FakeClock Clock { get; } = new() { SkipWaitsUpTo = TimeSpan.FromMilliseconds(500) };

    public CollectedLog Log { get; } = new();

    public EpdHealth Health { get; }

    public EpdConnection Connection { get; }

    public EpdTransport Transport { get; }

    private Microsoft.Extensions.Logging.ILogger Logger => _provider.CreateLogger("Epd");

    /// <summary>A key that is made once: RSA of 3072 bits takes its time.</summary>
    public static RSA StrongKey => TestKeys.Rsa("epd-client", 3072);

    /// <summary>Trusts the web CA of the test PKI only.</summary>
    public static EpdRig To(string address, Action<EpdOptions, string>? set = null)
    {
        var folder = Directory.CreateTempSubdirectory("epd-").FullName;
        var ca = Path.Combine(folder, "ca.pem");
        File.WriteAllText(ca, TestPki.Shared.WebCa.Certificate.ExportCertificatePem());
        var options = new EpdOptions { BaseAddress = address, TrustedCertificates = ca };
        set?.Invoke(options, folder);
        return new(folder, options);
    }

    /// <summary>With SMART Backend Services, known to this EPD.</summary>
    public static EpdRig Smart(SecureEpd epd, Action<EpdOptions>? set = null, Action<string>? keys = null)
    {
        var rig = To(epd.Base, (options, folder) =>
        {
            Directory.CreateDirectory(KeyFolder(folder));
            (keys ?? (to => File.WriteAllText(Path.Combine(to, "current.pem"), StrongKey.ExportPkcs8PrivateKeyPem())))(KeyFolder(folder));
            options.Authentication = nameof(EpdAuthentication.SmartBackendServices);
            (options.Smart.ClientId, options.Smart.KeyFolder) = (SecureEpd.ClientId, KeyFolder(folder));
            set?.Invoke(options);
        });
        epd.Clock = rig.Clock;
        epd.Keys = () => rig.Connection.PublicKeys()!;
        return rig;
    }

    /// <summary>Writes a client certificate of this name into the folder and names it in the settings.</summary>
    public static string ShowCertificate(EpdOptions options, string folder)
    {
        using var certificate = new CertificateRequest("CN=portaal", TestKeys.Rsa("epd-mtls"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TestPki.Shared.Now.AddDays(-1), TestPki.Shared.Now.AddYears(1));
        options.ClientCertificate = Path.Combine(folder, "client.crt");
        options.ClientCertificateKey = Path.Combine(folder, "client.key");
        File.WriteAllText(options.ClientCertificate, certificate.ExportCertificatePem());
        File.WriteAllText(options.ClientCertificateKey, TestKeys.Rsa("epd-mtls").ExportPkcs8PrivateKeyPem());
        return certificate.Thumbprint;
    }

    public static string KeyFolder(string folder) => Path.Combine(folder, "keys");

    /// <summary>Asks; the caller disposes.</summary>
    public async Task<HttpResponseMessage> AskAsync(string path = "Condition?patient=p1", CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Options.Base, path));
        return await Connection.Reading.SendAsync(request, cancellation);
    }

    /// <summary>The status, or the name of the failure.</summary>
    public async Task<string> TryAsync(string path = "Condition?patient=p1", CancellationToken cancellation = default)
    {
        try
        {
            using var answer = await AskAsync(path, cancellation);
            return $"{(int)answer.StatusCode}";
        }
        catch (EpdException e)
        {
            return e.Failure.ToString();
        }
    }

    public void Dispose()
    {
        Transport.Dispose();
        Connection.Dispose();
        _provider.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
