using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The real dossier services over a scripted EPD, with a real trail and database in a temporary folder and a clock that stands still.</summary>
public sealed class TestDossier : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;
    private readonly AuditTrail _trail;

    private TestDossier(ScriptedEpd epd, EpdOptions options, SectionOptions sections, AccountsOptions accounts, AccessOptions access, DelegationOptions delegations, StorageOptions? storage)
    {
        _folder = Directory.CreateTempSubdirectory("dossier-");
        Epd = epd;
        TrailFolder = Path.Combine(_folder.FullName, "trail");
        _trail = AuditTrail.Open(new() { Storage = AuditStorage.InFolder(TrailFolder), Node = "test", WriteTimeout = TimeSpan.FromDays(1) }, Clock);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(_ => _trail)
            .AddSingleton(new AuditEvidence(AuditStorage.InFolder(TrailFolder)))
            .AddDossier(new DossierOptions
            {
                Epd = options,
                Sections = sections,
                Storage = storage ?? new() { ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "portal.db")}" },
                Accounts = accounts,
                Access = access,
                Delegations = delegations,
            })
            .BuildServiceProvider();
    }

    /// <summary>The hospital.</summary>
    public ScriptedEpd Epd { get; }

    /// <summary>Stands still; pauses before a retry are skipped.</summary>
    public FakeClock Clock { get; } = new() { SkipWaitsUpTo = TimeSpan.FromMilliseconds(500) };

    /// <summary>Where the trail is.</summary>
    public string TrailFolder { get; }

    public AccessControl Access => Get<AccessControl>();

    public DossierReader Reader => Get<DossierReader>();

    public PatientListReader List => Get<PatientListReader>();

    public LetterReader Letters => Get<LetterReader>();

    /// <summary>What the trail holds, oldest first.</summary>
    public IReadOnlyList<AuditRecord> Records =>
        [.. AuditReader.Read(AuditStorage.InFolder(TrailFolder), new AuditFilter { Limit = 10_000 }).OrderBy(r => r.Sequence).Select(r => r.Record)];

    /// <summary>Starts with an EPD that holds nothing yet.</summary>
    public static async Task<TestDossier> StartAsync(
        Action<EpdOptions>? set = null, AccountsOptions? accounts = null, SectionOptions? sections = null, AccessOptions? access = null,
        DelegationOptions? delegations = null, StorageOptions? storage = null)
    {
        var epd = await ScriptedEpd.StartAsync();
        var options = new EpdOptions { BaseAddress = epd.Base };
        set?.Invoke(options);
        return new(epd, options, sections ?? new(), accounts ?? new(), access ?? new(), delegations ?? new(), storage);
    }

    /// <summary>Starts with a doctor (Practitioner/gp1) and her patient (Patient/p1).</summary>
    public static async Task<TestDossier> StartWithPatientAsync(Action<EpdOptions>? set = null, SectionOptions? sections = null)
    {
        var dossier = await StartAsync(set, sections: sections);
        dossier.Epd.Has(Some.Practitioner(), Some.Patient());
        return dossier;
    }

    /// <summary>A request of a doctor with this AGB code; null for a doctor without one.</summary>
    public static Visit Visit(string? agb = Some.Agb, string request = "request-1") => new()
    {
        Provider = new("900021219", "A. Huisarts", CareRole.GeneralPractitioner, "01.015", AgbCode.TryRead(agb), "90000382", "Praktijk Noord"),
        SessionReference = "session-1",
        RequestId = request,
        Incident = "K7M2",
        CardSerial = "0A1B",
        CardIssuer = "CN=Test CA",
        Address = "127.0.0.1",
    };

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>May this doctor open this patient?</summary>
    public Task<PatientAccess> OpenAsync(string patient = "p1", string? agb = Some.Agb) => Access.OpenAsync(Visit(agb), patient, default);

    /// <summary>The grant of a patient who must be hers.</summary>
    public async Task<PatientGrant> GrantAsync(string patient = "p1")
    {
        var access = await OpenAsync(patient);
        Assert.Equal(AccessReason.OwnPatient, access.Decision.Reason);
        return access.Grant!;
    }

    /// <summary>The grant of a doctor's own list.</summary>
    public async Task<ListGrant> ListGrantAsync(Visit? visit = null) => (await Access.OpenListsAsync(visit ?? Visit(), default))[0];

    /// <summary>The list of the doctor.</summary>
    public async Task<PatientList> ReadListAsync()
    {
        return await List.ReadAsync(await ListGrantAsync(), default);
    }

    /// <summary>Closes the trail: nothing can be recorded from now on.</summary>
    public ValueTask StopTrailAsync() => _trail.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _trail.DisposeAsync();
        await Epd.DisposeAsync();
        try
        {
            Replay.Check(Records);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
        }
    }
}
