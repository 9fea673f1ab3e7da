using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Past;

namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>The dossier before an EPD without the portal's pages: for sections that no page shows yet.</summary>
internal sealed class SectionsAtHand : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sections-");
    private readonly AuditTrail _trail;
    private readonly ServiceProvider _services;

    public SectionsAtHand(Uri fhir)
    {
        _trail = AuditTrail.Open(new() { Storage = AuditStorage.InFolder(Path.Combine(_folder.FullName, "trail")), Node = "test" }, TimeProvider.System);
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => _trail)
            .AddDossier(new()
            {
                Epd = new() { BaseAddress = fhir.AbsoluteUri },
                Storage = new() { ConnectionString = "Data Source=" + Path.Combine(_folder.FullName, "portal.db") },
            })
            .BuildServiceProvider();
    }

    public DossierReader Reader => _services.GetRequiredService<DossierReader>();

    public PastReader Past => _services.GetRequiredService<PastReader>();

    /// <summary>The grant of a GP for a patient who must be hers.</summary>
    public async Task<PatientGrant> GrantAsync(string agb, string patientId)
    {
        var visit = new Visit
        {
            Provider = new("900099001", "A. Huisarts", CareRole.GeneralPractitioner, "01.015", AgbCode.TryRead(agb), "90000001", null),
            SessionReference = "session",
            RequestId = "request",
            Incident = "0000-0000",
            CardSerial = null,
            CardIssuer = null,
        };
        var access = await _services.GetRequiredService<AccessControl>().OpenAsync(visit, patientId, default);
        return access.Grant ?? throw new InvalidOperationException($"Not opened: {access.Decision}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _trail.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
