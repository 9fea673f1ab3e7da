using ZorgverlenersPortaal.Audit;

using ZorgverlenersPortaal.Tests.Audit.PostgreSql;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal;

/// <summary>The portal with its trail in PostgreSQL.</summary>
[Collection(PostgreSqlJourneys.Name)]
public sealed class PostgreSqlTrailTests(PostgreSqlServer server) : IAsyncLifetime, IDisposable
{
    private readonly TrailDatabase _database = new(server);
    private SandboxEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await SandboxEpd.StartAsync();
        _portal = await PortalHost.StartAsync(
            _epd.Address, ("Audit:Provider", "PostgreSql"), ("Audit:ConnectionString", server.ConnectionString(_database.Name)));
        await OfficeFixture.AddStaffAsync(_portal, OfficeFixture.Esra, ZorgverlenersPortaal.Dossier.AccountFunction.SecurityOfficer);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task R3_DoctorLooks_EveryLookIsInTheDatabase_AndTheOfficerFindsIt()
    {
        var patient = (await _epd.PatientsAsync(PortalFixture.Agb))[0];
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal(200, (await doctor.GetAsync("/patienten")).Status);
        Assert.Equal(200, (await doctor.GetAsync(_portal.PatientPath(patient.Id))).Status);

        Assert.NotEmpty(_portal.Trail(AuditEventType.PatientListShown));
        Assert.Contains(_portal.Trail(AuditEventType.PatientOpened), record => record.Patients.Any(seen => seen.EpdId == patient.Id));
        using var officer = await OfficeFixture.SignInAsync(_portal, OfficeFixture.Esra, "/toezicht");
        var log = await officer.GetAsync("/toezicht/inzagelog");
        Assert.Equal(200, log.Status);
        Assert.Contains("Ingelogd", log.Part("tbody"), StringComparison.Ordinal);
        var found = await officer.FillInAsync("/toezicht/inzagelog", null, ("Form.Bsn", patient.Bsn), ("Form.From", ""), ("Form.Until", ""));
        Assert.NotEmpty(found.Page.QuerySelectorAll("tbody tr"));
        var report = _database.Verify();
        Assert.True(report.IsIntact, report.FirstFault?.ToString());
        Assert.Equal(["node1"], report.Nodes.Select(node => node.Node), StringComparer.Ordinal);
    }

    [Fact]
    public async Task R2_DatabaseGone_NothingIsShownUntilItIsBack()
    {
        var patient = (await _epd.PatientsAsync(PortalFixture.Agb))[0];
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        using var officer = await OfficeFixture.SignInAsync(_portal, OfficeFixture.Esra, "/toezicht");
        using var anyone = _portal.Client(null);
        var record = _portal.PatientPath(patient.Id);
        server.Kill();
        try
        {
            foreach (var (client, path) in ((PortalClient, string)[])[(doctor, "/patienten"), (doctor, record), (doctor, "/patient/onzin"), (officer, "/toezicht/inzagelog")])
            {
                var answer = await client.GetAsync(path);
                Assert.Equal((503, "ZVP-X02"), (answer.Status, answer.Code));
                Assert.All(patient.Secrets.Take(3), secret => Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal));
            }
            var health = await anyone.GetAsync("/health/ready");
            Assert.Equal(503, health.Status);
            Assert.Contains("\"trail\":\"down\"", health.Text, StringComparison.Ordinal);
        }
        finally
        {
            await server.StartAgainAsync();
        }

        Assert.Equal(200, (await doctor.GetAsync("/patienten")).Status);
        Assert.Equal(200, (await doctor.GetAsync(record)).Status);
        Assert.Equal(200, (await officer.GetAsync("/toezicht/inzagelog")).Status);
        Assert.Equal(200, (await anyone.GetAsync("/health/ready")).Status);
        Assert.True(_database.Verify().IsIntact);
    }
}
