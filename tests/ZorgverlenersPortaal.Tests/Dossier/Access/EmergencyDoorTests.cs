using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

public sealed class EmergencyDoorTests : IAsyncLifetime
{
    private const string Other = "07654321";
    private const string Bsn = "999900018";
    private TestDossier _dossier = null!;
    private int _texts;

    private EmergencyDoor Door => _dossier.Get<EmergencyDoor>();

    private EmergencyRegister Register => _dossier.Get<EmergencyRegister>();

    private EmergencyCases Cases => _dossier.Get<EmergencyCases>();

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Open_AStrangersPatient_IsOpenForThisSessionPatientAndTimeOnly()
    {
        var visit = TestDossier.Visit(Other);
        var answer = await OpenAsync();

        Assert.Equal((EmergencyOutcome.Opened, "p1"), (answer.Outcome, answer.PatientId));
        var open = await Register.FindAsync(visit, "p1", default);
        Assert.Equal((_dossier.Clock.GetUtcNow().AddMinutes(60), "Acute"), (open!.Until, open.ReasonCode));
        Assert.Null(await Register.FindAsync(visit, "p2", default));
        Assert.Null(await Register.FindAsync(visit with { SessionReference = "session-2" }, "p1", default));
        Assert.Null(await Register.FindAsync(visit with { Provider = visit.Provider with { UziNumber = "900021220" } }, "p1", default));

        _dossier.Clock.Advance(TimeSpan.FromMinutes(59.9));
        Assert.NotNull(await Register.FindAsync(visit, "p1", default));
        _dossier.Clock.Advance(TimeSpan.FromMinutes(0.1));
        Assert.Null(await Register.FindAsync(visit, "p1", default));
    }

    [Fact]
    public async Task R2_Open_RecordsTheSearchThenTheOpening()
    {
        await OpenAsync();

        Assert.Equal([AuditEventType.EmergencySearched, AuditEventType.EmergencyOpened], _dossier.Records.Select(r => r.Event));
        var search = _dossier.Records[0];
        Assert.Equal(("ETREAT", AuditOutcome.Success, "Found"), (search.Purpose, search.Outcome, search.Decision!.ReasonCode));
        Assert.Equal(new("p1", Bsn), Assert.Single(search.Patients));
        Assert.Equal(("identity", "bsn"), (search.Decision.Facts[0].Name, search.Decision.Facts[0].Value));
        var opened = _dossier.Records[1];
        Assert.Equal(("ETREAT", new AuditPatient("p1", Bsn)), (opened.Purpose, Assert.Single(opened.Patients)));
        Assert.Equal(["reason", "words", "until"], opened.Changes.Select(change => change.Field));
        // R5: the words themselves may be clinical and are not in the trail; their hash proves them.
        Assert.StartsWith("sha256:", opened.Changes[1].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2_Open_TrailGone_NothingOpensAndNothingIsTold()
    {
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => OpenAsync());
        Assert.Null(await Register.FindAsync(TestDossier.Visit(Other), "p1", default));
        Assert.Empty(await Cases.RunningAsync(TestDossier.Visit(Other), default));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => OpenAsync(bsn: "999900031"));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => Door.FindOwnAsync(TestDossier.Visit(), Identity(), default));
    }

    [Fact]
    public async Task R2_Open_TrailGoneAfterTheSearch_LeavesNoRow()
    {
        var desk = _dossier.Get<EmergencyDesk>();
        await _dossier.StopTrailAsync();
        var grounds = new EmergencyGrounds(EmergencyReason.Acute, "Patiënt verward binnengebracht", false);
        await Assert.ThrowsAsync<AuditUnavailableException>(() => desk.OpenAsync(TestDossier.Visit(Other), new("p1", Bsn, grounds, [], false)));
        Assert.Null(await Register.FindAsync(TestDossier.Visit(Other), "p1", default));
    }

    [Fact]
    public async Task Open_OwnPatient_OpensNormallyWithoutACase()
    {
        var answer = await OpenAsync(agb: Some.Agb);

        Assert.Equal((EmergencyOutcome.OpensNormally, "p1"), (answer.Outcome, answer.PatientId));
        Assert.DoesNotContain(_dossier.Records, r => r.Event == AuditEventType.EmergencyOpened);
        Assert.Empty(await Cases.RunningAsync(TestDossier.Visit(), default));
    }

    public static TheoryData<string, string> NobodyFound => new()
    {
        { "unknown", "NotFound" },
        { "birth date", "OtherBirthDate" },
        { "two records", "TwoRecords" },
        { "not understood", "NotUnderstood" },
        { "part", "Incomplete" },
    };

    [Theory]
    [MemberData(nameof(NobodyFound))]
    public async Task R16_NobodyFound_SameAnswerAndSameWorkWhateverTheReason(string situation, string reason)
    {
        var answer = await OpenAsync(bsn: Arrange(situation), year: situation == "birth date" ? "1949" : "1948");

        Assert.Equal(new EmergencyAnswer(EmergencyOutcome.NotFound), answer);
        Assert.Equal(["POST Patient/_search"], _dossier.Epd.Lines);
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.EmergencySearched, AuditOutcome.Refused, reason), (record.Event, record.Outcome, record.Decision!.ReasonCode));
        Assert.Equal("", Assert.Single(record.Patients).EpdId);
        Assert.Empty(await Cases.RunningAsync(TestDossier.Visit(Other), default));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("birth date")]
    [InlineData("stranger")]
    public async Task R16_FindOwn_UnknownAndAStrangersPatient_CostTheSame(string situation)
    {
        var bsn = situation == "unknown" ? "999900031" : Bsn;
        var answer = await Door.FindOwnAsync(TestDossier.Visit(Other), Identity(bsn, situation == "birth date" ? 1949 : 1948), default);

        Assert.Equal(new EmergencyAnswer(EmergencyOutcome.NotFound), answer);
        var asked = _dossier.Epd.Asked.Select(a => (a.Method, a.Type, IsRead: a.Id is not null)).ToList();
        Assert.Equal([("POST", "Patient", false), ("GET", "Patient", true)], asked[..2]);
        Assert.Equal([("GET", "Consent", false), ("GET", "Practitioner", true), ("POST", "Patient", false)], asked[2..].Order());
        Assert.Equal((AuditEventType.OwnPatientSearched, AuditOutcome.Refused), (Assert.Single(_dossier.Records).Event, _dossier.Records[0].Outcome));
    }

    [Fact]
    public async Task FindOwn_OwnPatient_IsFoundAndRecorded()
    {
        var answer = await Door.FindOwnAsync(TestDossier.Visit(), Identity(), default);

        Assert.Equal((EmergencyOutcome.OpensNormally, "p1"), (answer.Outcome, answer.PatientId));
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.OwnPatientSearched, "TREAT", AuditOutcome.Success), (record.Event, record.Purpose, record.Outcome));
        Assert.Equal(new("p1", Bsn), Assert.Single(record.Patients));
    }

    [Fact]
    public async Task Open_MergedRecord_OpensTheSurvivor()
    {
        _dossier.Epd.Has(
            Some.Patient().With(p => p["link"] = new JsonArray(new JsonObject { ["other"] = Some.Ref("Patient/p2"), ["type"] = "replaced-by" })),
            Some.Patient("p2"));
        Assert.Equal("p2", (await OpenAsync()).PatientId);
    }

    [Fact]
    public async Task Open_MergedIntoARecordOfAnotherBirthDate_OpensNothing()
    {
        _dossier.Epd.Has(
            Some.Patient().With(p => p["link"] = new JsonArray(new JsonObject { ["other"] = Some.Ref("Patient/p2"), ["type"] = "replaced-by" })),
            Some.Patient("p2", bsn: null).With(p => p["birthDate"] = "1950-01-01"));
        Assert.Equal(EmergencyOutcome.NotFound, (await OpenAsync()).Outcome);
    }

    [Fact]
    public async Task R4_Open_StrangersInTheAnswer_AreDroppedAndRecorded()
    {
        _dossier.Epd.Once("Patient", ScriptedAnswer.Bundle(Some.Patient(), Some.Patient("p9", "999900031")));

        Assert.Equal("p1", (await OpenAsync()).PatientId);
        var incident = Assert.Single(_dossier.Records, r => r.Event == AuditEventType.ForeignResourceDropped);
        Assert.Equal(["Patient/p9"], incident.Resources);
    }

    [Fact]
    public async Task Open_GeneralPractitionerUnresolved_OpensAndIsMarked()
    {
        _dossier.Epd.On("Practitioner/gp1", ScriptedAnswer.Status(500));

        Assert.Equal(EmergencyOutcome.Opened, (await OpenAsync()).Outcome);
        Assert.True(Assert.Single(await Cases.RunningAsync(TestDossier.Visit(Other), default)).IsGpUnresolved);
        Assert.Contains(_dossier.Records[^1].Changes, change => change.After == "gp-unresolved");
    }

    [Fact]
    public async Task Open_EpdGone_OpensNothingAndDoesNotCount()
    {
        _dossier.Epd.On("Patient", ScriptedAnswer.Status(500));
        for (var i = 0; i < 7; i++)
        {
            Assert.Equal(EmergencyOutcome.EpdGone, (await OpenAsync()).Outcome);
        }
        Assert.All(_dossier.Records, r => Assert.Equal((AuditEventType.EmergencySearched, AuditOutcome.Failed), (r.Event, r.Outcome)));
    }

    [Theory]
    [InlineData("Test-p1", "3301AB", true)]
    [InlineData("test p1", "3301AB", true)]
    [InlineData("Test", "3301AB", false)]
    [InlineData("Test-p1", "3301AC", false)]
    public async Task Open_ByName_NeedsExactlyThisPerson(string surname, string postcode, bool isFound)
    {
        _dossier.Epd.Has(
            Some.Patient().With(p => p["address"] = new JsonArray(new JsonObject { ["use"] = "home", ["postalCode"] = "3301 AB" })),
            Some.Patient("p2", "999900031").With(p => p["address"] = new JsonArray(new JsonObject { ["use"] = "home", ["postalCode"] = "3301 AB" })));
        var identity = PatientIdentity.ByName(surname, new(1948, 2, 29), postcode);
        var answer = await Door.OpenAsync(TestDossier.Visit(Other), new(identity, Grounds()), default);

        Assert.Equal(isFound ? EmergencyOutcome.Opened : EmergencyOutcome.NotFound, answer.Outcome);
        Assert.Equal("name", _dossier.Records[0].Decision!.Facts[0].Value);
        Assert.Equal("3301AB,3301 AB".Replace("AB", postcode[4..], StringComparison.Ordinal), _dossier.Epd.Asked[0]["address-postalcode"]);
        Assert.Equal("1948-02-29", _dossier.Epd.Asked[0]["birthdate"]);
    }

    [Fact]
    public async Task Open_ByName_TwoOfThem_OpensNothing()
    {
        foreach (var id in (string[])["p1", "p2"])
        {
            _dossier.Epd.Has(Some.Patient(id, null).With(p =>
            {
                p["name"] = new JsonArray(new JsonObject { ["family"] = "Tweeling" });
                p["address"] = new JsonArray(new JsonObject { ["postalCode"] = "3301AB" });
            }));
        }
        var answer = await Door.OpenAsync(TestDossier.Visit(Other), new(PatientIdentity.ByName("Tweeling", new(1948, 2, 29), "3301AB"), Grounds()), default);
        Assert.Equal(new EmergencyAnswer(EmergencyOutcome.NotFound), answer);
        Assert.Equal("Several", Assert.Single(_dossier.Records).Decision!.ReasonCode);
    }

    [Fact]
    public async Task Open_FiveSearchesFoundNobody_StopsForAQuarterAndAsksTheEpdNothing()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(EmergencyOutcome.NotFound, (await OpenAsync(bsn: "999900031")).Outcome);
        }
        var asked = _dossier.Epd.Asked.Count;
        Assert.Equal(EmergencyOutcome.SearchesStopped, (await OpenAsync()).Outcome);
        Assert.Equal(asked, _dossier.Epd.Asked.Count);
        Assert.Equal((AuditEventType.EmergencyRefused, "searches-stopped"), (_dossier.Records[^1].Event, _dossier.Records[^1].Detail));
        // Another doctor, and the other search, have limits of their own.
        Assert.Equal("p1", (await Door.FindOwnAsync(TestDossier.Visit(), Identity(), default)).PatientId);

        _dossier.Clock.Advance(TimeSpan.FromMinutes(15.1));
        Assert.Equal(EmergencyOutcome.Opened, (await OpenAsync()).Outcome);
    }

    [Fact]
    public async Task Open_ManySearchesAtOnce_GetNoMoreThanFive()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => OpenAsync(bsn: "999900031")));
        Assert.Equal(5, answers.Count(answer => answer.Outcome == EmergencyOutcome.NotFound));
    }

    [Fact]
    public async Task Open_BeyondTheNumberOfADay_AsksToCallAndNeverLocksOut()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(EmergencyOutcome.Opened, (await OpenAsync()).Outcome);
            _dossier.Clock.Advance(TimeSpan.FromMinutes(61));
        }
        Assert.Equal(EmergencyOutcome.CallFirst, (await OpenAsync()).Outcome);
        Assert.Equal("call-first", _dossier.Records[^1].Detail);
        Assert.Equal(EmergencyOutcome.Opened, (await OpenAsync(hasCalled: true)).Outcome);
        Assert.True(Assert.Single(await Cases.RunningAsync(TestDossier.Visit(Other), default)).IsOverDay);
        _dossier.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(EmergencyOutcome.Opened, (await OpenAsync()).Outcome);
    }

    [Fact]
    public async Task Read_TextOfTheLastTime_IsAFault()
    {
        await OpenAsync();
        var last = Assert.Single(await Cases.RunningAsync(TestDossier.Visit(Other), default)).Words;
        var form = new EmergencyForm { Bsn = Bsn, Day = "29", Month = "2", Year = "1948", Reason = "Acute", Words = last + "!", IsTreating = true };
        Assert.Equal(EmergencyFault.WordsRepeated, Assert.Single((await Door.ReadAsync(TestDossier.Visit(Other), form, default)).Faults));
        Assert.Empty((await Door.ReadAsync(TestDossier.Visit(Other) with { Provider = TestDossier.Visit().Provider with { UziNumber = "900021220" } }, form, default)).Faults);
    }

    private string Arrange(string situation)
    {
        switch (situation)
        {
            case "unknown":
                return "999900031";
            case "two records":
                _dossier.Epd.Has(Some.Patient("p2").With(p => p["birthDate"] = "1950-01-01"));
                return Bsn;
            case "not understood":
                _dossier.Epd.Has(Some.Patient().With(p => p["modifierExtension"] = Some.UnknownModifier));
                return Bsn;
            case "part":
                _dossier.Epd.On("Patient", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Patient()), ("next", "Patient?page=2"))));
                return Bsn;
            default:
                return Bsn;
        }
    }

    private Task<EmergencyAnswer> OpenAsync(string agb = Other, string bsn = Bsn, string year = "1948", bool hasCalled = false) => Door.OpenAsync(
        TestDossier.Visit(agb), new(Identity(bsn, year == "1948" ? 1948 : 1949), Grounds() with { HasCalled = hasCalled }), default);

    private EmergencyGrounds Grounds() => new(EmergencyReason.Acute, FormattableString.Invariant($"Patiënt verward binnengebracht, nummer {Interlocked.Increment(ref _texts)}"), false);

    private static PatientIdentity Identity(string bsn = Bsn, int year = 1948) =>
        PatientIdentity.ByBsn(ZorgverlenersPortaal.Dossier.Bsn.TryRead(bsn)!, year == 1948 ? new(1948, 2, 29) : new(1949, 3, 1));
}
