using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>A hospital, a portal before it, a doctor who looked, and an officer who looks at that.</summary>
public sealed class SeenRig : IAsyncLifetime
{
    public const string Patient = "pat-00004";
    public const string Reason = "Vraag van de patiënt over deze inzage";

    public SandboxEpd Epd { get; private set; } = null!;

    public PortalHost Portal { get; private set; } = null!;

    public PortalClient Officer { get; private set; } = null!;

    public PortalClient Doctor { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Epd = await SandboxEpd.StartAsync();
        Portal = await OfficeFixture.StartPortalAsync(("Epd:BaseAddress", Epd.Address));
        Officer = await OfficeFixture.SignInAsync(Portal, OfficeFixture.Esra, "/toezicht");
        Doctor = await Portal.SignInAsync(TestPki.Shared.Card());
    }

    public async Task DisposeAsync()
    {
        Officer.Dispose();
        Doctor.Dispose();
        await Portal.DisposeAsync();
        await Epd.DisposeAsync();
    }

    /// <summary>A look of the doctor, and the address of its newest record of this kind and section.</summary>
    public async Task<(string Path, AuditRecord Record)> LookAsync(AuditEventType type, string? category, string patient = Patient)
    {
        Assert.Equal(200, (await Doctor.GetAsync(Portal.PatientPath(patient))).Status);
        return Newest(type, category);
    }

    /// <summary>The address of the newest record of this kind and section.</summary>
    public (string Path, AuditRecord Record) Newest(AuditEventType type, string? category = null)
    {
        var stored = AuditReader.Read(AuditStorage.InFolder(Portal.TrailFolder), new() { Limit = 10_000 }).First(s => s.Record.Event == type && (category is null || s.Record.Category == category));
        return (FormattableString.Invariant($"/toezicht/inzagelog/{stored.Node}/{stored.Sequence}"), stored.Record);
    }

    /// <summary>What the officer gets to see of it.</summary>
    public Task<PortalAnswer> SeeAsync(string path, string reason = Reason) => Officer.FillInAsync(path + "/zoals-gezien", null, ("Reason", reason));
}
