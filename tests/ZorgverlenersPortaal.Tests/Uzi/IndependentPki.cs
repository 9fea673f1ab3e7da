using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>
/// The PKI that others made for us (../shared/pki): 73 cards good and hostile, their CAs and lists, made by OpenSSL once per
/// run and judged by the portal's own classes. Its cards carry no policy, so its rules ask for none.
/// </summary>
public sealed class IndependentPki : IDisposable
{
    private const string Arc = "2.16.528.1.1003.1.3.5.5.";

    private static readonly UziCardRule[] _rules =
    [
        Rule("2", UziCardType.CareProvider, "TEST UZI-register Zorgverlener CA G3"),
        Rule("2", UziCardType.CareProvider, "TEST UZI-register Zorgverlener CA (ingetrokken)"),
        Rule("2", UziCardType.CareProvider, "TEST UZI-register Zorgverlener CA (verlopen)"),
        Rule("3", UziCardType.NamedEmployee, "TEST UZI-register Medewerker op naam CA G3"),
        Rule("4", UziCardType.UnnamedEmployee, "TEST UZI-register Medewerker niet op naam CA G3"),
        Rule("5", UziCardType.Server, "TEST UZI-register Private Server CA G1"),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("zvp-independent-").FullName;
    private readonly Lazy<World> _world;

    public IndependentPki() => _world = new(Make);

    /// <summary>The name of the collection that shares it.</summary>
    public const string Collection = "Independent PKI";

    /// <summary>Every row: name and whether the portal lets the card in.</summary>
    public IReadOnlyDictionary<string, bool> Manifest => _world.Value.Manifest;

    public UziTrust Trust => _world.Value.Trust;

    public RevocationStore Store => _world.Value.Store;

    public string At(params string[] parts) => Path.Combine([_world.Value.Folder, .. parts]);

    public X509Certificate2 Card(string name) => X509CertificateLoader.LoadCertificateFromFile(At("leaf", name + ".crt"));

    public UziVerdict Judge(string name)
    {
        using var card = Card(name);
        return new UziJudgement(Trust, Store, TimeProvider.System).Judge(card);
    }

    public void Dispose()
    {
        if (_world.IsValueCreated)
        {
            _world.Value.Trust.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private World Make()
    {
        var folder = Path.Combine(_folder, "pki");
        Run(folder);
        string In(params string[] parts) => Path.Combine([folder, .. parts]);
        var trust = UziTrust.Load(
            [In("trust-card.pem"), In("ca", "proot", "ca.crt")], [In("intermediates.pem"), In("ca", "server", "ca.crt")], testCards: true, _rules);
        var store = new RevocationStore(TimeProvider.System, TimeSpan.FromHours(4));
        foreach (var list in (string[])["root", "proot", "persoon", "zorg", "zorg-next", "naam", "nietnaam", "server", "zorg-rev", "zorg-exp", "other"])
        {
            var outcome = store.Add(File.ReadAllBytes(In("crl", list + ".crl")), trust.Authorities);
            Assert.True(outcome.Accepted, $"{list}: {outcome.Detail}");
        }

        var manifest = File.ReadLines(In("manifest.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(row => row[0], row => row[2] == "ok", StringComparer.Ordinal);
        return new(folder, manifest, trust, store);
    }

    private static void Run(string folder)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(SharedData.Root!, "pki", "make-uzi-test-pki.sh"), folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CA_BITS"] = "2048" },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, text);
    }

    private static UziCardRule Rule(string number, UziCardType type, string issuer) => new()
    {
        CaOid = Arc + number,
        CardType = type,
        Issuer = issuer,
        Roles = UziCardRules.Test.Single(rule => rule.CardType == type).Roles,
    };

    private sealed record World(string Folder, IReadOnlyDictionary<string, bool> Manifest, UziTrust Trust, RevocationStore Store);
}
