using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>
/// The real portal on a free port of the loopback: its own program, Kestrel with client certificates, SQLite and the trail
/// in a temporary folder. Only the clock is the test's, and everything it logs is kept.
/// </summary>
public sealed class PortalHost : IAsyncDisposable
{
    private const string OfficeRequest = "request-test";
    private readonly PortalFactory _factory;

    private PortalHost(string folder, IReadOnlyDictionary<string, string> settings, string environment)
    {
        Folder = folder;
        Settings = settings;
        _factory = new PortalFactory(settings, Clock, Log, environment);
    }

    /// <summary>Holds certificates, lists (crl/), portal.db and trail/.</summary>
    public string Folder { get; }

    public IReadOnlyDictionary<string, string> Settings { get; }

    public PortalClock Clock { get; } = new();

    public CollectedLog Log { get; } = new();

    public IServiceProvider Services => _factory.Services;

    /// <summary>https://localhost with the port it really listens on.</summary>
    public Uri Address { get; private set; } = null!;

    public string TrailFolder => Path.Combine(Folder, "trail");

    /// <summary>Where its trail is kept.</summary>
    public AuditStorage TrailStorage => Settings.TryGetValue("Audit:ConnectionString", out var database) ? AuditStorage.InPostgreSql(database) : AuditStorage.InFolder(TrailFolder);

    public AccountOffice Accounts => Services.GetRequiredService<AccountOffice>();

    /// <summary>Changes accounts as somebody on the server does.</summary>
    public static ChangedBy Office { get; } = ChangedBy.Command("test", OfficeRequest);

    /// <summary>Starts with every person of <see cref="TestCards"/> that has an account in the development set.</summary>
    public static async Task<PortalHost> StartAsync(string epdAddress, params (string Key, string Value)[] settings) =>
        await StartAsync(MakeFolder(), epdAddress, settings);

    /// <summary>The same on a folder that <see cref="MakeFolder"/> made.</summary>
    public static async Task<PortalHost> StartAsync(string folder, string epdAddress, (string Key, string Value)[] settings)
    {
        var all = SettingsFor(folder, epdAddress);
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var host = new PortalHost(folder, all.AsReadOnly(), "Sandbox");
        host._factory.StartServer();
        var listens = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        host.Address = new Uri($"https://localhost:{new Uri(listens).Port}");
        foreach (var card in (TestCard[])[TestCards.Huisarts, TestCards.Huisarts2, TestCards.Ouderengeneeskunde, TestCards.Avg, TestCards.Apotheekhoudend])
        {
            await host.AddAccountAsync(card);
        }

        return host;
    }

    /// <summary>A temporary folder with the test PKI in it.</summary>
    public static string MakeFolder(params X509Certificate2[] revoked)
    {
        var folder = Directory.CreateTempSubdirectory("portal-").FullName;
        TestPki.Shared.WriteTo(folder, revoked);
        return folder;
    }

    public static IDictionary<string, string> SettingsFor(string folder, string epdAddress) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Portal:Origin"] = "https://localhost:7443",
        ["Portal:Listen"] = "127.0.0.1:0",
        ["Portal:Certificate"] = Path.Combine(folder, "server.crt"),
        ["Portal:CertificateKey"] = Path.Combine(folder, "server.key"),
        ["Portal:HospitalName"] = "Ziekenhuis Drechtoever",
        // Tests share doctors: none of them may end another's session.
        ["Portal:SessionsPerDoctor"] = "50",
        ["Portal:RequestsPerSecond"] = "100000",
        // Nor make another's refusals too many, while the clock stands still.
        ["Access:RefusedLooks"] = "10000",
        // A disk full of other tests may stand still for longer than the usual two seconds.
        ["Audit:WriteSeconds"] = "30",
        ["Portal:OfficePhone"] = "078 000 20 04",
        ["Portal:ReceptionPhone"] = "078 000 10 00",
        ["Uzi:TrustAnchors:0"] = Path.Combine(folder, "trust-anchors.pem"),
        ["Uzi:Intermediates:0"] = Path.Combine(folder, "intermediates.pem"),
        ["Uzi:TestCards"] = "true",
        ["Uzi:Revocation:Folder"] = Path.Combine(folder, "crl"),
        ["Storage:ConnectionString"] = "Data Source=" + Path.Combine(folder, "portal.db"),
        ["Epd:BaseAddress"] = epdAddress,
    };

    public Task<AccountOutcome> AddAccountAsync(TestCard card, Func<Account, Account>? change = null)
    {
        var account = new Account
        {
            UziNumber = card.UziNumber,
            Name = $"{card.GivenName} {card.Surname}",
            Role = CareRoles.OfCode(card.Role) ?? CareRole.GeneralPractitioner,
            Agb = AgbCode.TryRead(card.Agb),
            Practice = card.Organization,
        };
        return Accounts.AddAsync(change?.Invoke(account) ?? account, Office);
    }

    /// <summary>A browser with this card in the reader; null has none.</summary>
    public PortalClient Client(X509Certificate2? card, Version? version = null) => new(Address, card, version: version);

    /// <summary>A browser that has signed in with this card.</summary>
    public async Task<PortalClient> SignInAsync(X509Certificate2 card, Version? version = null)
    {
        var client = Client(card, version);
        Assert.Equal("/patienten", (await client.GetAsync("/inloggen")).Location);
        Assert.Equal("/patienten", (await client.GetAsync("/")).Location);
        return client;
    }

    /// <summary>What the trail holds, newest first; without what <see cref="Office"/> did to prepare a test.</summary>
    public IReadOnlyList<AuditRecord> Trail(AuditEventType? type = null) =>
    [
        .. AuditReader.Read(TrailStorage, new AuditFilter { Limit = 100_000 })
            .Select(stored => stored.Record)
            .Where(record => type is null ? record.RequestId != OfficeRequest : record.Event == type),
    ];

    /// <summary>The session that this card signed in to last.</summary>
    public string Session(string uziNumber = "900021219") =>
        Trail(AuditEventType.SignedIn).First(record => record.Actor!.UziNumber == uziNumber).Actor!.SessionId!;

    /// <summary>The address of a patient in a session, also for one that no page would give.</summary>
    public string PatientPath(string patientId, string? session = null) =>
        "/patient/" + Services.GetRequiredService<HandleProtector>().Make("patient", session ?? Session(), patientId);

    public string LetterPath(string patientId, string documentId, string? session = null)
    {
        var handles = Services.GetRequiredService<HandleProtector>();
        var patient = handles.Make("patient", session ?? Session(), patientId);
        using var opened = handles.Open("patient", session ?? Session(), patient)!;
        return $"/patient/{patient}/brief/{opened.Make("letter", documentId)}";
    }

    /// <summary>Takes the trail's table away under the portal until disposed: nothing can be recorded.</summary>
    public IDisposable BreakTrail() => new BrokenTable(Path.Combine(TrailFolder, "node1.trail.db"), "record");

    /// <summary>Takes the accounts away likewise.</summary>
    public IDisposable BreakAccounts() => new BrokenTable(Path.Combine(Folder, "portal.db"), "account");

    /// <summary>Stops serving; its folder stays until it is disposed.</summary>
    public Task StopAsync() => Services.GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        try
        {
            if (Directory.Exists(TrailFolder) || Settings.ContainsKey("Audit:ConnectionString"))
            {
                var records = Trail();
                Replay.Check(records);
                _factory.Looks.Check(records);
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
