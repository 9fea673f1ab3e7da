using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>A portal of its own, because its certificate changes.</summary>
public sealed class ServerCertificatesTests : IAsyncLifetime
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _portal = await PortalHost.StartAsync(_epd.Base);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task Look_CertificateRenewed_IsServedToTheNextConnectionAndNobodyIsSignedOut()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        var before = await ServedAsync();
        using var renewed = TestPki.Shared.ServerCertificate();

        Put(renewed, renewed);
        Assert.Equal(before, await ServedAsync());
        _portal.Clock.Advance(_minute);

        Assert.Equal(renewed.Thumbprint, await ServedAsync());
        Assert.Equal(200, (await doctor.GetAsync("/sessies")).Status);
        Assert.Single(_portal.Log.Lines, line => line.Contains("serves a renewed certificate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_KeyOfAnother_KeepsTheLastGoodOneUntilTheKeyIsThere()
    {
        var before = await ServedAsync();
        using var renewed = TestPki.Shared.ServerCertificate();
        using var other = TestPki.Shared.ServerCertificate();

        Put(renewed, other);
        _portal.Clock.Advance(_minute);
        _portal.Clock.Advance(_minute);
        Assert.Equal(before, await ServedAsync());
        Assert.Single(_portal.Log.Lines, line => line.Contains("cannot be used", StringComparison.Ordinal));

        Put(renewed, renewed);
        _portal.Clock.Advance(_minute);
        Assert.Equal(renewed.Thumbprint, await ServedAsync());
    }

    [Fact]
    public async Task Look_CertificateThatEnded_KeepsTheLastGoodOne()
    {
        var before = await ServedAsync();
        using var renewed = TestPki.Shared.ServerCertificate();
        Put(renewed, renewed);
        _portal.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal(before, await ServedAsync());
        Assert.Contains(_portal.Log.Lines, line => line.Contains("Portal:Certificate ended on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_FileGone_KeepsServing()
    {
        var before = await ServedAsync();
        File.Delete(Path.Combine(_portal.Folder, "server.key"));
        _portal.Clock.Advance(_minute);
        Assert.Equal(before, await ServedAsync());
    }

    private void Put(X509Certificate2 certificate, X509Certificate2 keyOf)
    {
        using var key = keyOf.GetECDsaPrivateKey()!;
        File.WriteAllText(Path.Combine(_portal.Folder, "server.crt"), certificate.ExportCertificatePem() + "\n");
        File.WriteAllText(Path.Combine(_portal.Folder, "server.key"), key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    private async Task<string> ServedAsync()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", _portal.Address.Port);
        await using var tls = new SslStream(socket.GetStream());
        X509Certificate2? served = null;
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            RemoteCertificateValidationCallback = (_, certificate, _, _) => (served = new X509Certificate2(certificate!)) is not null,
        });
        using (served)
        {
            return served!.Thumbprint;
        }
    }
}
