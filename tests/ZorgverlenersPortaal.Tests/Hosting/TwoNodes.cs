using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Two portals that share accounts and a real Redis, each with a trail of its own.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nodes-");
    private readonly string _epd;
    private readonly (string Key, string Value)[] _settings;

    private TwoNodes(RedisServer redis, string epd, (string Key, string Value)[] settings)
    {
        (Redis, _epd, _settings) = (redis, epd, settings);
        WriteKeyCertificate(_folder.FullName);
    }

    public RedisServer Redis { get; }

    public PortalHost A { get; private set; } = null!;

    public PortalHost B { get; private set; } = null!;

    public static async Task<TwoNodes> StartAsync(string epd, params (string Key, string Value)[] settings)
    {
        var nodes = new TwoNodes(await RedisServer.StartAsync(), epd, settings);
        try
        {
            nodes.A = await nodes.AddAsync("a");
            nodes.B = await nodes.AddAsync("b");
            return nodes;
        }
        catch
        {
            nodes.Redis.Dispose();
            throw;
        }
    }

    /// <summary>One more node, the caller's to dispose.</summary>
    public Task<PortalHost> AddAsync(string name, params (string Key, string Value)[] settings)
    {
        var folder = PortalHost.MakeFolder();
        return PortalHost.StartAsync(folder, _epd,
        [
            ("Storage:ConnectionString", "Data Source=" + Path.Combine(_folder.FullName, "portal.db")),
            ("Audit:Folder", Path.Combine(folder, "trail")),
            ("Audit:Node", name),
            ("State:Redis", Redis.ConnectionString),
            ("State:KeyCertificate", Path.Combine(_folder.FullName, "keys.crt")),
            ("State:KeyCertificateKey", Path.Combine(_folder.FullName, "keys.key")),
            .. _settings,
            .. settings,
        ]);
    }

    /// <summary>The browser of <paramref name="client"/> at another node, with this card and its own copy of the cookie.</summary>
    public static PortalClient Elsewhere(PortalHost node, PortalClient client, X509Certificate2? card) => new(node.Address, card) { SessionCookie = client.SessionCookie };

    public static void WriteKeyCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=portal keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "keys.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "keys.key"), key.ExportPkcs8PrivateKeyPem());
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A portal that will not stop must not keep its Redis running: that would outlive the tests.
            await Task.WhenAll(B.DisposeAsync().AsTask(), A.DisposeAsync().AsTask()).WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            Redis.Dispose();
        }
        _folder.Delete(recursive: true);
    }
}
