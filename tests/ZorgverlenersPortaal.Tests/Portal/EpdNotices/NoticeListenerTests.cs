using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Portal.EpdNotices;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdNotices;

/// <summary>The listener for the EPD's notices, over real mutual TLS: who may call, what is taken, and that it wakes and no more.</summary>
public sealed class NoticeListenerTests : IAsyncLifetime
{
    private const string Notice = NoticeEndpoint.Path;
    private static readonly TestAuthority _authority = TestPki.Shared.Authority("TEST EPD CA", "epd-notices", null);
    private static readonly string _event = NoticeReaderTests.Bundle(NoticeReaderTests.Status(
        """{"name":"type","valueCode":"event-notification"}""", """{"name":"notification-event","part":[{"name":"focus","valueReference":{"reference":"Encounter/e-secret-1"}}]}"""));

    private readonly List<HttpClient> _clients = [];
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _epd.Has(Some.Practitioner(agb: TestCards.Huisarts.Agb), Some.Patient(), Some.Encounter(start: TimeProvider.System.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd", null)));
        var folder = PortalHost.MakeFolder();
        var trust = Path.Combine(folder, "notices-ca.pem");
        await File.WriteAllTextAsync(trust, _authority.Certificate.ExportCertificatePem());
        _portal = await PortalHost.StartAsync(folder, _epd.Base,
        [
            ("Epd:Notifications:Port", "0"), ("Epd:Notifications:TrustedCertificates", trust), ("Epd:Notifications:PerMinute", "20"),
            ("Epd:Notifications:Certificate", Path.Combine(folder, "server.crt")), ("Epd:Notifications:CertificateKey", Path.Combine(folder, "server.key")),
        ]);
    }

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task Notice_WhileAListIsOpen_MakesItLookBeforeItsTurn()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        var page = await doctor.GetAsync("/patienten");
        using var events = await EventReader.OpenAsync(doctor, page.Page.QuerySelector("[data-live]")!.GetAttribute("data-live")!);
        await events.UntilAsync("volgt");
        _epd.Has(Some.Patient("p2", "999900031"), Some.Encounter("e2", "p2", start: TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null)));
        Assert.Equal((200, ""), await PostAsync(_event));
        _portal.Clock.Advance(TimeSpan.FromSeconds(5));
        await events.UntilAsync("gewijzigd");
        Assert.DoesNotContain(_portal.Log.Lines, line => line.Contains("e-secret-1", StringComparison.Ordinal));
        Assert.DoesNotContain(_epd.Lines, line => line.Contains("e-secret-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notice_WhileNobodyLooks_AsksTheEpdNothing()
    {
        Assert.Equal((200, ""), await PostAsync(_event));
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((200, ""), await PostAsync(_event));
        Assert.DoesNotContain(_epd.Asked, asked => asked.Type != "metadata");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("of another CA")]
    [InlineData("of a card")]
    [InlineData("of a server")]
    public async Task Call_WithTheWrongCertificate_GetsNoConnection(string kind)
    {
        var certificate = kind switch
        {
            "none" => null,
            "of another CA" => Certificate(TestPki.Shared.WebCa),
            "of a card" => TestPki.Shared.Card(),
            _ => Certificate(_authority, "1.3.6.1.5.5.7.3.1"),
        };
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync(_event, certificate: certificate, withCertificate: certificate is not null));
        Assert.DoesNotContain(_portal.Log.Lines, line => line.Contains("A notice of the EPD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notice_WithAFullResource_IsRefusedAndNotRead()
    {
        var full = NoticeReaderTests.Bundle(NoticeReaderTests.Status()
            + """,{"fullUrl":"Patient/p1","resource":{"resourceType":"Patient","id":"p1","name":[{"family":"Geheim-Achternaam"}]}}""");
        Assert.Equal((422, ""), await PostAsync(full));
        Assert.DoesNotContain(_portal.Log.Lines, line => line.Contains("Geheim", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", Notice, "application/fhir+json", 405)]
    [InlineData("PUT", Notice, "application/fhir+json", 405)]
    [InlineData("POST", "/", "application/fhir+json", 404)]
    [InlineData("POST", "/patienten", "application/fhir+json", 404)]
    [InlineData("POST", "/inloggen", "application/fhir+json", 404)]
    [InlineData("POST", "/health/ready", "application/fhir+json", 404)]
    [InlineData("POST", Notice, "text/plain", 415)]
    public async Task Call_OtherThanANotice_IsAStatusWithoutAWord(string method, string path, string type, int status) =>
        Assert.Equal((status, ""), await PostAsync(method == "GET" ? null : _event, method, path, type));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Notice_TooLarge_IsRefused(bool saysSo)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Notice) { Content = new ByteArrayContent(new byte[NoticeEndpoint.MaximumBytes + 1]) };
        request.Content.Headers.ContentType = new("application/fhir+json");
        request.Headers.TransferEncodingChunked = !saysSo;
        using var answer = await Client(Certificate(_authority)).SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Notice_Packed_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Notice) { Content = new StringContent(_event, Encoding.UTF8, "application/fhir+json") };
        request.Content.Headers.ContentEncoding.Add("gzip");
        using var answer = await Client(Certificate(_authority)).SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Flood_BeyondTheRate_IsRefusedUntilTheMinuteIsOver()
    {
        List<int> statuses = [];
        for (var call = 0; call < 50; call++)
        {
            statuses.Add((await PostAsync(_event)).Status);
        }
        // The machine's own clock runs on: a new minute may have begun once.
        Assert.InRange(statuses.Count(s => s == 200), 20, 40);
        Assert.Contains(429, statuses);
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await PostAsync(_event)).Status);
    }

    [Fact]
    public async Task Portal_ItsOwnListener_DoesNotKnowTheAddress()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        using var content = new StringContent(_event, Encoding.UTF8, "application/fhir+json");
        using var same = new StringContent(_event, Encoding.UTF8, "application/fhir+json");
        var elsewhere = await doctor.SendAsync(HttpMethod.Post, "/er/is/niets", same);
        Assert.InRange(elsewhere.Status, 400, 499);
        Assert.Equal(elsewhere.Status, (await doctor.SendAsync(HttpMethod.Post, Notice, content)).Status);
        Assert.Equal(404, (await doctor.GetAsync(Notice)).Status);
        Assert.DoesNotContain(_portal.Log.Lines, line => line.Contains("A notice of the EPD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Listener_WithoutAPort_IsOff()
    {
        await using var portal = await PortalHost.StartAsync(_epd.Base);
        Assert.Null(portal.Services.GetRequiredService<NoticeListener>().Address);
    }

    private static X509Certificate2 Certificate(TestAuthority issuer, string usage = "1.3.6.1.5.5.7.3.2")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest("CN=epd", key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        using var certificate = request.Create(
            issuer.Certificate.SubjectName, issuer.Generator, TestPki.Shared.Now.AddDays(-1), TestPki.Shared.Now.AddYears(1), TestAuthority.NewSerial());
        return certificate.CopyWithPrivateKey(key);
    }

    private HttpClient Client(X509Certificate2? certificate)
    {
        var tls = new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = PortalClient.TrustInWebCa() };
        if (certificate is not null)
        {
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }
        var address = _portal.Services.GetRequiredService<NoticeListener>().Address!;
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, SslOptions = tls }) { BaseAddress = new(address) };
        _clients.Add(client);
        return client;
    }

    private async Task<(int Status, string Body)> PostAsync(
        string? body, string method = "POST", string path = Notice, string type = "application/fhir+json", X509Certificate2? certificate = null, bool withCertificate = true)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
        using var answer = await Client(withCertificate ? certificate ?? Certificate(_authority) : null).SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
