using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>The list end to end: plain searches over HTTP, each row proven, the record before the list.</summary>
public sealed class PatientListTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(Some.Encounter());
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Read_AdmittedPatient_ClimbsTheLadderWithPlainSearches()
    {
        _dossier.Epd.Has(Some.Role(), Some.Location(), Some.Consent(), Some.Encounter().With(e => e["location"] = new JsonArray(new JsonObject { ["location"] = Some.Ref("Location/l1") })));

        var row = Assert.Single((await _dossier.ReadListAsync()).Admitted);

        Assert.Equal(("p1", "Test-p1, J.", "Vrouw", "29-02-1948", "Cardiologie"), (row.PatientId, row.Name, row.Sex, row.BirthDate!.Date, row.Admission.Ward));
        Assert.Equal(DirectiveState.Recorded, row.Directives.State);
        Assert.Equal(
            [
                "GET Appointment?patient=p1&date=ge2026-03-10&_count=200",
                "GET Consent?patient=p1&_count=200",
                "GET Encounter?patient=p1&class=IMP,ACUTE,NONAC&date=ge2026-02-24&_count=200",
                "GET Encounter?patient=p1&class=IMP,ACUTE,NONAC&status=in-progress,arrived,triaged,onleave&_count=200",
                "GET Location?_id=l1&_count=200",
                "GET Patient?general-practitioner:identifier=http://fhir.nl/fhir/NamingSystem/agb-z|01234567,urn:oid:2.16.840.1.113883.2.4.6.1|01234567,http://fhir.nl/fhir/NamingSystem/agb-z|1234567,urn:oid:2.16.840.1.113883.2.4.6.1|1234567&_count=200",
                "GET Patient?general-practitioner=Practitioner/gp1,PractitionerRole/role1&_count=200",
                "GET Practitioner?identifier=http://fhir.nl/fhir/NamingSystem/agb-z|01234567,urn:oid:2.16.840.1.113883.2.4.6.1|01234567,http://fhir.nl/fhir/NamingSystem/agb-z|1234567,urn:oid:2.16.840.1.113883.2.4.6.1|1234567&_count=200",
                "GET PractitionerRole?practitioner=gp1&_count=200",
            ],
            _dossier.Epd.Lines.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1234567", Some.AgbSystem)]
    [InlineData("01234567", Some.AgbOid)]
    [InlineData("1234567", Some.AgbOid)]
    public async Task Read_AgbInAnotherSpelling_IsFound(string agb, string system)
    {
        _dossier.Epd.Has(Some.Practitioner(agb: agb, system: system));

        Assert.Single((await _dossier.ReadListAsync()).Admitted);
    }

    [Fact]
    public async Task R2_Shown_EveryPatientIsInTheRecordWithBsn()
    {
        _dossier.Epd.Has(
            Some.Patient("p2", "999900031"), Some.Encounter("e2", "p2", "finished", "2026-03-01", "2026-03-05"), Some.Consent("c2", "p2"),
            Some.Patient("p3", "999900043"), Some.Encounter("e3", "p3", "planned", "2026-03-20"),
            Some.Patient("p4", bsn: null), Some.Encounter("e4", "p4"));

        var list = await _dossier.ReadListAsync();

        Assert.Equal(["p1", "p4"], list.Admitted.Select(r => r.PatientId).Order(StringComparer.Ordinal));
        Assert.Equal(["p2"], list.Discharged.Select(r => r.PatientId));
        Assert.Equal(["p3"], list.Planned.Moments.Select(moment => moment.Who.PatientId));
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.PatientListShown, AuditOutcome.Success, "OwnList"), (record.Event, record.Outcome, record.Decision!.ReasonCode));
        Assert.Equal([("p1", "999900018"), ("p2", "999900031"), ("p3", "999900043"), ("p4", null)], record.Patients.Select(p => (p.EpdId, p.Bsn)).Order());
        Assert.Equal(
            ["Consent/c2/1", "Encounter/e1/1", "Encounter/e2/1", "Encounter/e3/1", "Encounter/e4/1", "Patient/p1/1", "Patient/p2/1", "Patient/p3/1", "Patient/p4/1"],
            record.Resources.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Test-", string.Join('|', record.Resources.Append(record.Detail)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_DischargedWithinTheDays_IsShownAndOutsideNot()
    {
        _dossier.Epd.Has(
            Some.Encounter(status: "finished", start: "2026-02-01", end: "2026-02-24T11:00:00+01:00"),
            Some.Patient("p2"), Some.Encounter("e2", "p2", "finished", "2026-02-01", "2026-02-24T10:59:00+01:00"),
            Some.Patient("p3"), Some.Encounter("e3", "p3", "finished", "2026-03-01"),
            Some.Patient("p4"), Some.Encounter("e4", "p4", "finished", "2026-01-01"),
            Some.Patient("p5"), Some.Encounter("e5", "p5", "finished", null));

        var list = await _dossier.ReadListAsync();

        Assert.Empty(list.Admitted);
        Assert.Equal([("p1", AdmissionState.Discharged), ("p3", AdmissionState.DischargedDateUnknown)], list.Discharged.Select(r => (r.PatientId, r.Admission.State)).Order());
    }

    [Fact]
    public async Task R4_ServerIgnoresClassDateAndStatus_TheListIsFilteredHere()
    {
        _dossier.Epd.On("Encounter", ScriptedAnswer.Json(Some.Linked(
            Some.Bundle(
                Some.Encounter("amb", @class: "AMB"),
                Some.Encounter("old", status: "finished", start: "2019-01-01", end: "2019-01-05"),
                Some.Encounter("cancelled", status: "cancelled")),
            ("self", "Encounter?patient=p1"))));

        var list = await _dossier.ReadListAsync();

        Assert.Empty(list.Admitted);
        Assert.Empty(list.Discharged);
        Assert.False(list.IsIncomplete);
        Assert.Empty(Assert.Single(_dossier.Records).Patients);
    }

    [Fact]
    public async Task R4_ServerIgnoresThePatientParameter_TheListFails()
    {
        _dossier.Epd.On("Encounter", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Encounter()), ("self", "Encounter?class=IMP"))));

        Assert.Equal(EpdFailure.NotUnderstood, (await Assert.ThrowsAsync<EpdException>(_dossier.ReadListAsync)).Failure);
        Assert.Equal(AuditEventType.ListFailed, Assert.Single(_dossier.Records).Event);
    }

    [Fact]
    public async Task R4_StrangersOnTheLadder_AreDroppedRecordedAndTold()
    {
        _dossier.Epd.On("Patient", ScriptedAnswer.Bundle(Some.Patient(), Some.Patient("p9", "999900031", Some.Ref("Practitioner/gp9"))));
        _dossier.Epd.On("Encounter", ScriptedAnswer.Bundle(Some.Encounter(), Some.Encounter("e9", "p9"), Some.Encounter("e8").With(e => e.Remove("subject"))));

        var list = await _dossier.ReadListAsync();

        Assert.Equal(["p1"], list.Admitted.Select(r => r.PatientId));
        Assert.True(list.IsIncomplete);
        Assert.Equal([AuditEventType.PatientListShown, AuditEventType.ForeignResourceDropped], _dossier.Records.Select(r => r.Event));
        Assert.Equal(["p1"], _dossier.Records[0].Patients.Select(p => p.EpdId));
        Assert.Equal("incomplete", _dossier.Records[0].Detail);
        Assert.Equal(["Encounter/e8", "Encounter/e9", "Patient/p9"], _dossier.Records[1].Resources.Distinct().Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, ScriptedAnswer> Broken => new()
    {
        { "failing", ScriptedAnswer.Status(500) },
        { "refused", ScriptedAnswer.Status(403) },
        { "not there", ScriptedAnswer.Status(404) },
        { "HTML", ScriptedAnswer.Text("<html>") },
        { "truncated", ScriptedAnswer.Truncated(Some.Bundle(Some.Consent())) },
        { "error", ScriptedAnswer.Bundle(Some.Outcome()) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task R7_DirectivesFail_TheRowsSayUnavailableNotNone(string how, ScriptedAnswer answer)
    {
        _dossier.Epd.On("Consent", answer);

        var row = Assert.Single((await _dossier.ReadListAsync()).Admitted);

        Assert.True(row.Directives.State == DirectiveState.Unavailable, how);
    }

    [Fact]
    public async Task R7_DirectivesHang_TheListComesWithoutThem()
    {
        _dossier.Epd.Has(Some.Encounter(), Some.Encounter("e2"));
        _dossier.Epd.On("Consent", ScriptedAnswer.Hang());
        var grant = await _dossier.ListGrantAsync(TestDossier.Visit());
        var listening = new ListeningEpd(_dossier.Get<IEpd>(), done: 2, "Encounter");
        var options = _dossier.Get<EpdOptions>();
        var searches = new PatientSearches(listening, _dossier.Get<EpdCapabilities>(), options, _dossier.Clock, NullLogger.Instance);
        var reader = new PatientListReader(
            (new PatientLadder(listening, searches, new SectionFetcher(listening, options, _dossier.Clock), options, _dossier.Clock), _dossier.Get<ListWishes>(), _dossier.Get<PinBook>()),
            _dossier.Get<AuditTrail>(), _dossier.Get<EpdOptions>(), new SectionOptions(), _dossier.Clock);
        var reading = reader.ReadAsync(grant, default);
        await listening.Reached;
        await _dossier.Epd.UntilAskedAsync("Consent");

        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(DirectiveState.Unavailable, Assert.Single((await reading).Admitted).Directives.State);
    }

    [Fact]
    public async Task R7_DirectivesIncomplete_TheRowsNeverSayNone()
    {
        _dossier.Epd.On("Consent", ScriptedAnswer.Bundle(Some.Consent("c9", "p9")));

        Assert.Equal(DirectiveState.Incomplete, Assert.Single((await _dossier.ReadListAsync()).Admitted).Directives.State);
        Assert.Equal(["Consent/c9"], _dossier.Records[^1].Resources);
    }

    [Fact]
    public async Task R7_TwoRecordsOfOnePersonOnTheList_NeitherSaysNone()
    {
        _dossier.Epd.Has(Some.Patient("p2"), Some.Encounter("e2", "p2"), Some.Patient("p3", "999900031"), Some.Encounter("e3", "p3"));

        var list = await _dossier.ReadListAsync();

        Assert.Equal(
            [("p1", DirectiveState.Incomplete), ("p2", DirectiveState.Incomplete), ("p3", DirectiveState.NoneFound)],
            list.Admitted.Select(r => (r.PatientId, r.Directives.State)).Order());
    }

    [Theory]
    [InlineData("Practitioner")]
    [InlineData("Patient")]
    [InlineData("Encounter")]
    public async Task R7_AStepFails_TheListFailsAndThatIsRecorded(string step)
    {
        _dossier.Epd.On(step, ScriptedAnswer.Status(500));

        Assert.Equal(EpdFailure.Failing, (await Assert.ThrowsAsync<EpdException>(_dossier.ReadListAsync)).Failure);
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.ListFailed, AuditOutcome.Failed, "Failing"), (record.Event, record.Outcome, record.Detail));
        Assert.Empty(record.Patients);
    }

    [Fact]
    public async Task R7_EpdHangs_TheListTimesOutAndThatIsRecorded()
    {
        _dossier.Epd.On("Patient", ScriptedAnswer.Hang());
        var reading = _dossier.ReadListAsync();
        await _dossier.Epd.UntilAskedAsync("Patient");

        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(EpdFailure.TimedOut, (await Assert.ThrowsAsync<EpdException>(() => reading)).Failure);
        Assert.Equal("TimedOut", Assert.Single(_dossier.Records).Detail);
    }

    [Fact]
    public async Task R2_TrailIsDown_NothingIsShown()
    {
        var grant = await _dossier.ListGrantAsync(TestDossier.Visit());
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => _dossier.List.ReadAsync(grant!, default));
    }

    [Fact]
    public async Task R7_LocationsFail_TheWardIsNamelessNoMore()
    {
        _dossier.Epd.Has(Some.Encounter().With(e => e["location"] = new JsonArray(new JsonObject { ["location"] = Some.Ref("Location/l1") })));
        _dossier.Epd.On("Location", ScriptedAnswer.Status(500));

        Assert.Null(Assert.Single((await _dossier.ReadListAsync()).Admitted).Admission.Ward);
    }

    [Fact]
    public async Task Read_DoctorUnknownToTheEpd_IsAnEmptyListAskedNoFurther()
    {
        _dossier.Epd.Forget("Practitioner/gp1");

        var list = await _dossier.ReadListAsync();

        Assert.Empty(list.Admitted);
        Assert.False(list.IsDoctorKnown);
        Assert.Equal(["Patient", "Practitioner"], _dossier.Epd.Asked.Select(asked => asked.Type).Order(StringComparer.Ordinal));
        Assert.Equal(AuditEventType.PatientListShown, Assert.Single(_dossier.Records).Event);
    }

    [Fact]
    public async Task H076_MergedRecord_IsShownOnceAsTheSurvivor()
    {
        _dossier.Epd.Has(
            Some.Patient("p0").With(p => p["link"] = new JsonArray(new JsonObject { ["type"] = "replaced-by", ["other"] = Some.Ref("Patient/p1") })), Some.Encounter("e0", "p0"));

        Assert.Equal(["p1"], (await _dossier.ReadListAsync()).Admitted.Select(r => r.PatientId));
    }

    [Fact]
    public async Task Read_ManyPatients_AsksInAddressesServersTake()
    {
        for (var i = 0; i < 100; i++)
        {
            var id = $"patient-{i:D3}-{new string('x', 45)}";
            _dossier.Epd.Has(Some.Patient(id, bsn: null), Some.Location("ward-" + id, "W"), Some.Encounter("stay" + i, id).With(e =>
                e["location"] = new JsonArray(new JsonObject { ["location"] = Some.Ref("Location/ward-" + id) })));
        }

        var list = await _dossier.ReadListAsync();

        Assert.Equal(101, list.Admitted.Count);
        Assert.All(list.Admitted.Where(r => r.PatientId != "p1"), r => Assert.Equal("W", r.Admission.Ward));
        Assert.All(_dossier.Epd.Asked, a => Assert.InRange(a.Address.Length, 0, 4000));
    }

    /// <summary>The real EPD, with a signal when answers of a type have come all the way.</summary>
    private sealed class ListeningEpd(IEpd inner, int done, string type) : IEpd
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _answers;

        public Task<VersionAt> VersionAtAsync(EpdGrant grant, EpdQuery history, string? current, DateTimeOffset moment, CancellationToken cancellation) =>
            inner.VersionAtAsync(grant, history, current, moment, cancellation);

        public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public Task<T> ReadAsync<T>(EpdGrant grant, EpdQuery query, CancellationToken cancellation) where T : Resource =>
            inner.ReadAsync<T>(grant, query, cancellation);

        public async Task<EpdAnswer> SearchAsync(EpdGrant grant, EpdQuery query, CancellationToken cancellation)
        {
            var answer = await inner.SearchAsync(grant, query, cancellation);
            if (query.Type == type && Interlocked.Increment(ref _answers) == done)
            {
                _reached.SetResult();
            }
            return answer;
        }
    }
}
