using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.EmergencyAccess;

public class EmergencyDeskTests : IAsyncLifetime
{
    private const string Account = "Glucose gegeven en de medicatie nagekeken";
    private static readonly Visit _visit = TestDossier.Visit("07654321");
    private static readonly Visit _gp = TestDossier.Visit() with { Provider = TestDossier.Visit().Provider with { UziNumber = "900021220" } };
    private TestDossier _dossier = null!;

    private EmergencyDesk Desk => _dossier.Get<EmergencyDesk>();

    private EmergencyRegister Register => _dossier.Get<EmergencyRegister>();

    private EmergencyCases Cases => _dossier.Get<EmergencyCases>();

    private static StaffVisit Officer => Staff(AccountFunction.SecurityOfficer);

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartAsync(storage: Storage);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R8_End_ByTheDoctor_HoldsAtOnceForItAndItsExtension()
    {
        await OpenAsync();
        _dossier.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(await Desk.ExtendAsync(_visit, "p1", Grounds("nog steeds verward, zoek de brieven")));

        Assert.True(await Desk.EndAsync(_visit, "p1"));

        Assert.Null(await Register.FindAsync(_visit, "p1", default));
        Assert.False(await Desk.EndAsync(_visit, "p1"));
        Assert.Equal(2, Assert.Single(_dossier.Records, r => r.Event == AuditEventType.EmergencyEnded).Changes.Count);
    }

    [Fact]
    public async Task Open_ManyAtOnce_EachOverTheDaysNumberIsMarkedAndNoneBefore()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(OpenAsync)));

        Assert.Equal(3, opened.Count(one => one.IsOverDay));
    }

    [Fact]
    public async Task R8_End_TrailGone_ThrowsAndEndsNothing()
    {
        await OpenAsync();
        await _dossier.StopTrailAsync();
        await Assert.ThrowsAsync<AuditUnavailableException>(() => Desk.EndAsync(_visit, "p1"));
        Assert.NotNull(await Register.FindAsync(_visit, "p1", default));
    }

    [Fact]
    public async Task End_FromAnotherSession_EndsNothing()
    {
        await OpenAsync();
        Assert.False(await Desk.EndAsync(_visit with { SessionReference = "session-2" }, "p1"));
        Assert.NotNull(await Register.FindAsync(_visit, "p1", default));
    }

    [Fact]
    public async Task Extend_WhileItRuns_MakesANewRowWithTheNewReason()
    {
        var first = await OpenAsync();
        _dossier.Clock.Advance(TimeSpan.FromMinutes(50));
        var second = await Desk.ExtendAsync(_visit, "p1", Grounds("nog steeds verward, zoek de brieven") with { Reason = EmergencyReason.Other });

        Assert.Equal((first.Id, first.Until.AddMinutes(50)), (second!.Extends, second.Until));
        Assert.Equal(second.Until, (await Register.FindAsync(_visit, "p1", default))!.Until);
        Assert.Contains(_dossier.Records[^1].Changes, change => change == new AuditChange("extends", null, first.Id));
        Assert.Equal(2, (await Cases.OfOwnPatientsAsync(_gp, default)).Count);
    }

    [Theory]
    [InlineData("over")]
    [InlineData("session")]
    [InlineData("patient")]
    public async Task Extend_WhatIsNotInForce_IsRefused(string situation)
    {
        await OpenAsync();
        _dossier.Clock.Advance(TimeSpan.FromMinutes(situation == "over" ? 60 : 1));
        var visit = situation == "session" ? _visit with { SessionReference = "session-2" } : _visit;
        Assert.Null(await Desk.ExtendAsync(visit, situation == "patient" ? "p2" : "p1", Grounds("nog steeds verward, zoek de brieven")));
        Assert.Single(_dossier.Records);
    }

    [Fact]
    public async Task Account_OnceByWhoOpenedIt_ClosesTheTask()
    {
        var one = await OpenAsync();
        Assert.Empty(await Cases.ToAccountAsync(_visit, default));
        await Desk.EndAsync(_visit, "p1");
        Assert.Equal(one.Id, Assert.Single(await Cases.ToAccountAsync(_visit with { SessionReference = "session-2" }, default)).Id);

        Assert.Equal((true, EmergencyFault.WordsTooShort), await Desk.AccountAsync(_visit, one.Id, "ok"));
        Assert.Equal((false, null), await Desk.AccountAsync(_gp, one.Id, Account));
        Assert.Equal((true, null), await Desk.AccountAsync(_visit, one.Id, Account));
        Assert.Equal((false, null), await Desk.AccountAsync(_visit, one.Id, "Iets anders bij nader inzien geschreven"));

        Assert.Empty(await Cases.ToAccountAsync(_visit, default));
        Assert.Equal(Account, (await Cases.FindOwnAsync(_visit, one.Id, default))!.Account);
        Assert.Null(await Cases.FindOwnAsync(_gp, one.Id, default));
        Assert.DoesNotContain(Account, string.Join('|', _dossier.Records.SelectMany(r => r.Changes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForOfficer_NotAccountedForAfterSevenDays_IsLateAndStaysOnTheList()
    {
        var one = await OpenAsync();
        _dossier.Clock.Advance(TimeSpan.FromDays(7));
        Assert.False(Cases.IsLate(one));
        _dossier.Clock.Advance(TimeSpan.FromDays(100));

        var listed = Assert.Single(await Cases.ForOfficerAsync(Officer, default));
        Assert.True(Cases.IsLate(listed));
        Assert.Equal((one.Reference, "A. Huisarts", ""), (listed.Reference, listed.Name, listed.PatientId));
        Assert.True(Cases.IsLate(Assert.Single(await Cases.ToAccountAsync(_visit, default))));
    }

    [Fact]
    public async Task R1_ForOfficer_AnAdministrator_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Cases.ForOfficerAsync(Staff(AccountFunction.PortalAdministrator), default));
        await Assert.ThrowsAsync<ArgumentException>(() => Cases.LateForOfficerAsync(Staff(AccountFunction.PortalAdministrator), default));
    }

    [Fact]
    public async Task OfOwnPatients_TheGeneralPractitionerOfThatMoment_SeesIt()
    {
        await OpenAsync();
        Assert.Single(await Cases.OfOwnPatientsAsync(_gp, default));
        Assert.Empty(await Cases.OfOwnPatientsAsync(TestDossier.Visit("07654322"), default));
        Assert.Empty(await Cases.OfOwnPatientsAsync(TestDossier.Visit(null), default));
        _dossier.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Empty(await Cases.OfOwnPatientsAsync(_gp, default));
    }

    private static StaffVisit Staff(AccountFunction function) => new()
    {
        Member = new("900032003", "E. Wacht", function, "00.000", "90000300"),
        SessionReference = "session-3",
        RequestId = "request-3",
        Incident = "K7M2",
        CardSerial = null,
        CardIssuer = null,
    };

    private Task<EmergencyCase> OpenAsync() => Desk.OpenAsync(
        _visit, new("p1", "999900018", Grounds("Patiënt verward binnengebracht"), [AgbCode.TryRead(Some.Agb)!], false));

    private static EmergencyGrounds Grounds(string words) => new(EmergencyReason.Acute, words, false);
}
