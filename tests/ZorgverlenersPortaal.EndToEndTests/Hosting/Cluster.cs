using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>
/// What a hospital runs, all of it real and on this machine: two nodes behind HAProxy with the configuration of ops/deploy, one Redis, one PostgreSQL for
/// accounts and trail reached over a link that can be slowed, and the sandbox for an EPD.
/// </summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zvp-e2e-cluster-");
    private readonly PostgreSqlServer _postgreSql = new();
    private readonly int _epdPort = Ports.Free();
    private readonly int _listen = Ports.Free();
    private readonly List<Portal> _nodes = [];
    private string _database = "";
    private RunningProgram? _epd;
    private ServerProgram? _balancer;

    public DevelopmentPki Pki { get; private set; } = null!;

    /// <summary>The address browsers use: HAProxy's.</summary>
    public Uri Origin => new($"https://localhost:{_listen}");

    public RedisServer Redis { get; private set; } = null!;

    public PostgreSqlServer PostgreSql => _postgreSql;

    /// <summary>Between the nodes and PostgreSQL.</summary>
    public SlowLink Link { get; private set; } = null!;

    public IReadOnlyList<Portal> Nodes => _nodes;

    public static async Task<Cluster> StartAsync()
    {
        var cluster = new Cluster { Pki = await DevelopmentPki.GetAsync(), Redis = await RedisServer.StartAsync() };
        try
        {
            await cluster._postgreSql.InitializeAsync();
            cluster._database = cluster._postgreSql.NewDatabase();
            cluster.Link = new SlowLink(cluster._postgreSql.Port);
            await cluster.StartEpdAsync();
            cluster.WriteKeyCertificate();
            var ports = (Ports.Free(), Ports.Free());
            foreach (var (node, port) in ((string, int)[])[("node1", ports.Item1), ("node2", ports.Item2)])
            {
                cluster._nodes.Add(await Portal.StartAsync(new Uri($"http://127.0.0.1:{cluster._epdPort}/fhir"), cluster.Settings(node, port)));
            }
            await cluster._nodes[0].AddAccountAsync("huisarts");
            await cluster._nodes[0].AddAccountAsync("huisarts2");
            await cluster.StartBalancerAsync(ports);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async Task StartEpdAsync()
    {
        _epd = RunningProgram.Start("epd-sandbox", "dotnet", [Checkout.Program("EpdSandbox"), "--port", Text(_epdPort)], new Dictionary<string, string?>());
        await _epd.SaysAsync("READY epd-sandbox ");
    }

    public Task KillEpdAsync() => _epd!.KillAsync();

    /// <summary>Everything in the trail of all nodes.</summary>
    public IReadOnlyList<AuditRecord> Trail() =>
        [.. AuditReader.Read(AuditStorage.InPostgreSql(_postgreSql.ConnectionString(_database)), new AuditFilter { Limit = int.MaxValue }).Select(stored => stored.Record)];

    public async ValueTask DisposeAsync()
    {
        _balancer?.Dispose();
        Link?.Mend();
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }
        if (_epd is not null)
        {
            await _epd.DisposeAsync();
        }
        if (Link is not null)
        {
            await Link.DisposeAsync();
        }
        await _postgreSql.DisposeAsync();
        Redis.Dispose();
        _folder.Delete(recursive: true);
    }

    private Dictionary<string, string> Settings(string node, int port)
    {
        var database = _postgreSql.ConnectionString(_database).Replace($"Port={_postgreSql.Port}", $"Port={Link.Port}", StringComparison.Ordinal);
        return new(StringComparer.Ordinal)
        {
            ["Portal__RequestsPerSecond"] = "1000",
            ["Portal__Origin"] = Origin.AbsoluteUri,
            ["Portal__Listen"] = $"127.0.0.1:{port}",
            ["Portal__ProxyProtocol"] = "V2",
            ["Portal__ProxyAddresses"] = "127.0.0.1",
            // Refusals of the one who asks for another's patients are what this looks for.
            ["Access__RefusedLooks"] = "10000",
            ["Storage__Provider"] = "PostgreSql",
            ["Storage__ConnectionString"] = database,
            ["Storage__KeyFolder"] = Path.Combine(_folder.FullName, "keys"),
            ["Audit__Provider"] = "PostgreSql",
            ["Audit__ConnectionString"] = database,
            ["Audit__Node"] = node,
            ["State__Redis"] = Redis.ConnectionString,
            ["State__KeyCertificate"] = Path.Combine(_folder.FullName, "state.crt"),
            ["State__KeyCertificateKey"] = Path.Combine(_folder.FullName, "state.key"),
        };
    }

    private async Task StartBalancerAsync((int First, int Second) ports)
    {
        // HAProxy reads these from its environment; the program is started by a shell that has them.
        string[] variables =
        [
            $"ZVP_LISTEN=127.0.0.1:{_listen}", $"ZVP_NODE1=127.0.0.1:{ports.First}", $"ZVP_NODE2=127.0.0.1:{ports.Second}", "ZVP_NAME=localhost",
            $"ZVP_HOST=localhost:{_listen}", $"ZVP_CA={Pki.File("web-ca.crt")}",
        ];
        _balancer = await ServerProgram.StartAsync(
            "env", _listen, [.. variables, ServerProgram.Find("haproxy")!, "-db", "-f", Path.Combine(Checkout.Root, "ops", "deploy", "haproxy", "haproxy.cfg")]);
    }

    private void WriteKeyCertificate()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=portal keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(_folder.FullName, "state.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder.FullName, "state.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
