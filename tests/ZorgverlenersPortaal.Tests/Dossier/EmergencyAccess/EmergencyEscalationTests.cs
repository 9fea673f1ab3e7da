using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.EmergencyAccess;

/// <summary>An emergency that nobody accounted for in time is recorded once, whoever looks or does not look.</summary>
public class EmergencyEscalationTests : IAsyncLifetime
{
    private const string Account = "Glucose gegeven en de medicatie nagekeken";
    private static readonly Visit _visit = TestDossier.Visit("07654321");
    private TestDossier _dossier = null!;

    private EmergencyCases Cases => _dossier.Get<EmergencyCases>();

    private IEnumerable<AuditRecord> Late => _dossier.Records.Where(record => record.Event == AuditEventType.EmergencyNotAccounted);

    private static StaffVisit Officer => new()
    {
        Member = new("900032003", "E. Wacht", AccountFunction.SecurityOfficer, "00.000", "90000300"),
        SessionReference = "session-3",
        RequestId = "request-3",
        Incident = "K7M2",
        CardSerial = null,
        CardIssuer = null,
    };

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartAsync(storage: Storage);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Record_BecameLate_OnceWithDoctorPatientAndDay()
    {
        var one = await OpenAsync("p1");
        _dossier.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(0, await RecordAsync());
        _dossier.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await RecordAsync());
        Assert.Equal(0, await RecordAsync());

        var record = Assert.Single(Late);
        Assert.Equal(("emergency " + one.Id, "ETREAT", null), (record.Detail, record.Purpose, record.Actor));
        Assert.Equal("p1", Assert.Single(record.Patients).EpdId);
        Assert.Contains(new AuditChange("doctor", null, "900021219"), record.Changes);
        Assert.Contains(record.Changes, change => change.Field == "due" && change.After!.StartsWith("2026-03-17T10:00:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Record_AccountedForInTime_IsNeverRecorded()
    {
        var one = await OpenAsync("p1");
        await _dossier.Get<EmergencyDesk>().AccountAsync(_visit, one.Id, Account);
        _dossier.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal(0, await RecordAsync());
        Assert.Empty(Late);
    }

    [Fact]
    public async Task Record_TwoNodesAtOnce_OneRecordForEach()
    {
        await OpenAsync("p1");
        await OpenAsync("p2");
        _dossier.Clock.Advance(TimeSpan.FromDays(8));
        var recorded = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RecordAsync)));
        Assert.Equal(2, recorded.Sum());
        Assert.Equal(["p1", "p2"], Late.Select(record => record.Patients[0].EpdId).Order());
    }

    [Fact]
    public async Task R2_Record_TrailGone_MarksNothing()
    {
        var one = await OpenAsync("p1");
        _dossier.Clock.Advance(TimeSpan.FromDays(8));
        await _dossier.StopTrailAsync();
        await Assert.ThrowsAsync<AuditUnavailableException>(RecordAsync);

        await using var trail = AuditTrail.Open(new() { Storage = AuditStorage.InFolder(_dossier.TrailFolder), Node = "later", WriteTimeout = TimeSpan.FromDays(1) }, _dossier.Clock);
        var later = new EmergencyEscalation(_dossier.Get<ZorgverlenersPortaal.Dossier.Storage.Database>(), trail, new(), _dossier.Clock);
        Assert.Equal(1, await later.RecordAsync(default));
        Assert.Equal("emergency " + one.Id, Assert.Single(Late).Detail);
    }

    [Fact]
    public async Task EachHour_NobodySignsInOrLooks_IsRecordedAllTheSame()
    {
        await OpenAsync("p1");
        using var hourly = new EmergencyEscalationEachHour(
            _dossier.Get<EmergencyEscalation>(), _dossier.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<EmergencyEscalationEachHour>.Instance);
        await hourly.StartAsync(default);
        await _dossier.Clock.UntilTimerAsync(TimeSpan.FromHours(1));
        Assert.Empty(Late);

        _dossier.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromHours(1));
        await UntilAsync(() => Late.Any());
        await hourly.StopAsync(default);
        Assert.Single(Late);
    }

    [Fact]
    public async Task LateForOfficer_LateOnes_OldestFirstWithDaysAndWithoutThePatient()
    {
        var first = await OpenAsync("p1");
        _dossier.Clock.Advance(TimeSpan.FromDays(1));
        var second = await OpenAsync("p2");
        _dossier.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        Assert.Equal(first.Id, Assert.Single(await Cases.LateForOfficerAsync(Officer, default)).Id);
        _dossier.Clock.Advance(TimeSpan.FromDays(1));

        var late = await Cases.LateForOfficerAsync(Officer, default);
        Assert.Equal([first.Id, second.Id], late.Select(one => one.Id));
        Assert.Equal([2, 1], late.Select(Cases.DaysLate));
        Assert.All(late, one => Assert.Empty(one.PatientId));
        Assert.Equal(2, (await Cases.LateOfAsync("900021219", default)).Count);
        Assert.Empty(await Cases.LateOfAsync("900021220", default));
    }

    /// <summary>The hourly round runs on a thread of its own; waiting for its record, not for a time.</summary>
    private static async Task UntilAsync(Func<bool> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!reached())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Task<int> RecordAsync() => _dossier.Get<EmergencyEscalation>().RecordAsync(default);

    private Task<EmergencyCase> OpenAsync(string patient) => _dossier.Get<EmergencyDesk>().OpenAsync(
        _visit, new(patient, "999900018", new(EmergencyReason.Acute, "Patiënt verward binnengebracht", false), [AgbCode.TryRead(Some.Agb)!], false));
}
