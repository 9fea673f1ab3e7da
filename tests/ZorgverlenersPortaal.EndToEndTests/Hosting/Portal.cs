using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>The real portal as a process on a free port, with a folder of its own for accounts and trail.</summary>
internal sealed class Portal : IAsyncDisposable
{
    private static readonly Lock _turn = new();
    private static Task<string>? _checkpointKey;
    private readonly Dictionary<string, string?> _settings;
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("zvp-e2e-portal-");
    private readonly List<RunningProgram> _lives = [];
    private RunningProgram? _program;
    private string? _file;
    private int? _handles;

    private Portal(DevelopmentPki pki, Uri epd)
    {
        Pki = pki;
        Origin = new($"https://localhost:{Ports.Free()}");
        _settings = new(StringComparer.Ordinal)
        {
            ["DOTNET_ENVIRONMENT"] = "Sandbox",
            ["ASPNETCORE_ENVIRONMENT"] = null,
            // As the start scripts do; the groups of the TLS profile are OpenSSL's to set. ops/tls has another for 3.5.
            ["OPENSSL_CONF"] = Path.Combine(Checkout.Root, "ops", "tls", "openssl.cnf"),
            ["ASPNETCORE_CONTENTROOT"] = Checkout.PortalFolder,
            ["Portal__Origin"] = Origin.AbsoluteUri,
            ["Portal__Certificate"] = pki.File("server.crt"),
            ["Portal__CertificateKey"] = pki.File("server.key"),
            ["Portal__HospitalName"] = "Drechtoever Ziekenhuis",
            // A test reads faster than a doctor.
            ["Portal__RequestsPerSecond"] = "1000",
            ["Portal__OfficePhone"] = "078 000 20 04",
            ["Portal__ReceptionPhone"] = "078 000 10 00",
            ["Epd__BaseAddress"] = epd.AbsoluteUri,
            ["Storage__ConnectionString"] = $"Data Source={Path.Combine(_state.FullName, "portal.db")}",
            ["Uzi__TrustAnchors__0"] = pki.File("trust-anchors.pem"),
            ["Uzi__Intermediates__0"] = pki.File("intermediates.pem"),
            ["Uzi__TestCards"] = "true",
            ["Uzi__Revocation__Folder"] = pki.File("crl"),
        };
    }

    /// <summary>The cards and CAs it knows.</summary>
    public DevelopmentPki Pki { get; }

    /// <summary>The address browsers use.</summary>
    public Uri Origin { get; }

    /// <summary>A portal that runs; settings on top of the usual come as configuration keys; handles: how many files it may open.</summary>
    public static async Task<Portal> StartAsync(Uri epd, IReadOnlyDictionary<string, string>? settings = null, int? handles = null)
    {
        var portal = new Portal(await DevelopmentPki.GetAsync(), epd) { _handles = handles };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            portal._settings[key] = value;
        }
        var checkpoints = portal._state.CreateSubdirectory("checkpoints").FullName;
        var checkpointKey = await portal.CheckpointKeyAsync();
        portal._settings["Audit__CheckpointFolder"] = checkpoints;
        portal._settings["Audit__CheckpointKey"] = checkpointKey;
        await portal.StartAsync();
        return portal;
    }

    /// <summary>Starts the program of a package instead of the checkout's, after <see cref="KillAsync"/>: it stands in a folder of its own.</summary>
    public Task StartAsync(string program)
    {
        _file = program;
        _settings["ASPNETCORE_CONTENTROOT"] = Path.GetDirectoryName(program);
        return StartAsync();
    }

    /// <summary>Starts it again after <see cref="KillAsync"/>.</summary>
    public async Task StartAsync()
    {
        List<string> command = [.. _handles is { } most ? ["prlimit", $"--nofile={most}:{most}"] : Array.Empty<string>(), _file ?? "dotnet", .. _file is null ? [Checkout.Program("Portal")] : Array.Empty<string>()];
        _program = RunningProgram.Start("portal", command[0], command[1..], _settings);
        PortalLogs.Add(_program);
        _lives.Add(_program);
        await _program.SaysAsync("Now listening on");
    }

    /// <summary>What it said in all its lives.</summary>
    public IEnumerable<string> Lines => _lives.SelectMany(program => program.Lines);

    /// <summary>kill -9.</summary>
    public Task KillAsync() => _program!.KillAsync();

    /// <summary>Runs one of the portal's commands with its settings; gives what it said, throws on another exit code.</summary>
    public Task<IReadOnlyCollection<string>> CommandAsync(string[] words, int expected = 0) =>
        RunningProgram.RunAsync("portal " + string.Join(' ', words), "dotnet", [Checkout.Program("Portal"), .. words], _settings, expected);

    /// <summary>The account that goes with a development card; with another AGB for the card that carries none.</summary>
    public Task AddAccountAsync(string card, string? agb = null)
    {
        var (uzi, ofCard, role) = Pki.Numbers(card);
        return CommandAsync(["accounts", "add", "--uzi", uzi, "--agb", agb ?? ofCard, "--role", role, "--name", $"Test {card}"]);
    }

    /// <summary>The account of a member of staff: beheerder or functionaris.</summary>
    public Task AddStaffAsync(string card, string function) =>
        CommandAsync(["accounts", "add", "--uzi", Pki.Numbers(card).Uzi, "--function", function, "--name", $"Test {card}"]);

    /// <summary>A browser without a screen, with a card or without.</summary>
    public CardClient Client(string? card) => new(this, card);

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }
        _state.Delete(recursive: true);
    }

    /// <summary>One for all portals of this run: a program that starts to make it takes a second each time.</summary>
    private Task<string> CheckpointKeyAsync()
    {
        lock (_turn)
        {
            return _checkpointKey ??= MakeAsync();
        }

        async Task<string> MakeAsync()
        {
            var file = Pki.File("checkpoint.key");
            await CommandAsync(["audit", "key", file]);
            return file;
        }
    }
}
