using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Delegations;

/// <summary>Giving, accepting, refusing and ending: who may, when, and what the trail has of it.</summary>
public class DelegationDeskTests : IAsyncLifetime
{
    private DelegationRig _rig = null!;

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync() => _rig = await DelegationRig.StartAsync(storage: Storage);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Give_ToAColleague_IsRecordedInFull()
    {
        var id = await _rig.GiveAsync(DelegationRig.Anna, DelegationRig.For(DelegationRig.Bram) with { Shifts = ShiftText.Read("vr-za 17:00-08:00")!, Note = "vakantie" });
        var record = Assert.Single(_rig.Records(AuditEventType.DelegationGiven));
        Assert.Equal(("delegation " + id, "900040001", AuditOutcome.Success), (record.Detail, record.Actor!.UziNumber, record.Outcome));
        Assert.Equal(
            [
                new("giver", null, "900040001"), new("receiver", null, "900040002"), new("firstDay", null, "2026-03-10"), new("lastDay", null, "2026-04-08"),
                new("shifts", null, "vr 17:00-08:00\nza 17:00-08:00"), new("note", null, "vakantie"),
            ],
            record.Changes);
        var given = Assert.Single(await _rig.Book.GivenAsync("900040001", default));
        Assert.Equal(("Bram", "vakantie", false), (given.ReceiverName, given.Note, given.IsMadeByOffice));
    }

    [Fact]
    public async Task H063_Give_ToOneselfUnknownBlockedOrOverlapping_IsRefusedAndRecorded()
    {
        await _rig.Accounts.BlockAsync(DelegationRig.Dirk.UziNumber, "weg", TestStaff.Noor);
        await _rig.Accounts.AddAsync(new() { UziNumber = "900032009", Name = "Staf", Function = AccountFunction.PortalAdministrator }, TestStaff.Noor);
        var unknown = DelegationRig.For(DelegationRig.Bram) with { ReceiverUzi = "900049999" };
        Assert.Equal(DelegationFault.Self, await GiveAsync(DelegationRig.For(DelegationRig.Anna)));
        Assert.Equal(DelegationFault.ReceiverUnknown, await GiveAsync(unknown));
        Assert.Equal(DelegationFault.ReceiverUnknown, await GiveAsync(DelegationRig.For(DelegationRig.Dirk)));
        Assert.Equal(DelegationFault.ReceiverUnknown, await GiveAsync(unknown with { ReceiverUzi = "900032009" }));
        Assert.Equal(DelegationFault.ReceiverUnknown, await GiveAsync(unknown with { ReceiverUzi = null, ReceiverPractice = AgbCode.TryRead("01888888") }));
        Assert.Equal(DelegationFault.Practice, await GiveAsync(DelegationRig.For(DelegationRig.Bram) with { CoversPractice = true }));
        await _rig.GiveAsync(DelegationRig.Anna, DelegationRig.For(DelegationRig.Bram, days: 5));
        Assert.Equal(DelegationFault.Overlap, await GiveAsync(DelegationRig.For(DelegationRig.Bram) with { FirstDay = new(2026, 3, 14), LastDay = new(2026, 3, 20) }));
        Assert.Null(await GiveAsync(DelegationRig.For(DelegationRig.Bram) with { FirstDay = new(2026, 3, 15), LastDay = new(2026, 3, 20) }));
        Assert.Null(await _rig.Desk.GiveAsync(DelegationRig.For(DelegationRig.Anna), DelegationRig.Visit(DelegationRig.Bram)));

        var refused = _rig.Records(AuditEventType.DelegationChangeRefused);
        Assert.Equal(
            ["Self", "ReceiverUnknown", "ReceiverUnknown", "ReceiverUnknown", "ReceiverUnknown", "Practice", "Overlap"],
            refused.Select(record => record.Changes[0].After!));
        Assert.All(refused, record => Assert.Equal(AuditOutcome.Refused, record.Outcome));
        Assert.Equal(2, (await _rig.Book.GivenAsync("900040001", default)).Count);
    }

    [Fact]
    public async Task H063_Give_ToThePracticeOfWhichTheGiverIsTheOnlyOne_IsRefused()
    {
        await _rig.Accounts.BlockAsync(DelegationRig.Dirk.UziNumber, "weg", TestStaff.Noor);
        Assert.Equal(DelegationFault.ReceiverUnknown, await _rig.Desk.GiveAsync(DelegationRig.ForPractice(), DelegationRig.Visit(DelegationRig.Carla)));
    }

    [Fact]
    public async Task H064_GiveTwiceAtOnce_OneWinsAndTheTrailHasBoth()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => GiveAsync(DelegationRig.For(DelegationRig.Bram)))));
        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(5, outcomes.Count(outcome => outcome == DelegationFault.Overlap));
        Assert.Single(_rig.Records(AuditEventType.DelegationGiven));
        Assert.Equal(5, _rig.Records(AuditEventType.DelegationChangeRefused).Count);
        Assert.Single(await _rig.Book.GivenAsync("900040001", default));
    }

    [Fact]
    public async Task H064_EndTwiceAtOnce_OneWinsAndTheTrailHasBoth()
    {
        var id = await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram);
        var outcomes = await Task.WhenAll(
            Task.Run(() => _rig.Desk.EndAsync(id, asGiver: true, DelegationRig.Visit(DelegationRig.Anna))),
            Task.Run(() => _rig.Desk.EndAsync(id, asGiver: false, DelegationRig.Visit(DelegationRig.Bram))),
            Task.Run(() => _rig.Office.EndAsync(id, TestStaff.Noor)));
        Assert.Equal([DelegationOutcome.Done, DelegationOutcome.WrongState, DelegationOutcome.WrongState], outcomes.Order());
        Assert.Single(_rig.Records(AuditEventType.DelegationEnded));
        Assert.All(_rig.Records(AuditEventType.DelegationChangeRefused), record => Assert.Equal("End: WrongState", record.Changes[0].After));
        Assert.Equal(2, _rig.Records(AuditEventType.DelegationChangeRefused).Count);
    }

    [Fact]
    public async Task Step_ByAnybodyElse_FindsNothing()
    {
        var id = await _rig.GiveAsync(DelegationRig.Anna, DelegationRig.For(DelegationRig.Bram));
        Assert.Equal(DelegationOutcome.NotThere, await _rig.Desk.AcceptAsync(id, DelegationRig.Visit(DelegationRig.Anna)));
        Assert.Equal(DelegationOutcome.NotThere, await _rig.Desk.AcceptAsync(id, DelegationRig.Visit(DelegationRig.Carla)));
        Assert.Equal(DelegationOutcome.NotThere, await _rig.Desk.EndAsync(id, asGiver: true, DelegationRig.Visit(DelegationRig.Bram)));
        Assert.Equal(DelegationOutcome.NotThere, await _rig.Desk.EndAsync(id, asGiver: false, DelegationRig.Visit(DelegationRig.Dirk)));
        Assert.Equal(DelegationOutcome.NotThere, await _rig.Desk.AcceptAsync("0123456789abcdef", DelegationRig.Visit(DelegationRig.Bram)));
        Assert.Equal(DelegationOutcome.NotThere, await _rig.Desk.AcceptAsync("' OR 1=1 --", DelegationRig.Visit(DelegationRig.Bram)));
        Assert.Equal([DelegationState.AwaitingAcceptance], await _rig.StatesAsync(DelegationRig.Bram));
        Assert.Equal(5, _rig.Records(AuditEventType.DelegationChangeRefused).Count);
    }

    [Fact]
    public async Task Refuse_BeforeAccepting_EndsItAndAfterwardsOnlyAnEndIsThere()
    {
        var refused = await _rig.GiveAsync(DelegationRig.Anna, DelegationRig.For(DelegationRig.Bram));
        Assert.Equal(DelegationOutcome.Done, await _rig.Desk.RefuseAsync(refused, DelegationRig.Visit(DelegationRig.Bram)));
        Assert.Equal(DelegationOutcome.WrongState, await _rig.Desk.AcceptAsync(refused, DelegationRig.Visit(DelegationRig.Bram)));
        Assert.Equal([DelegationState.Withdrawn], await _rig.StatesAsync(DelegationRig.Bram));

        var accepted = await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram);
        Assert.Equal(DelegationOutcome.WrongState, await _rig.Desk.AcceptAsync(accepted, DelegationRig.Visit(DelegationRig.Bram)));
        Assert.Equal(DelegationOutcome.WrongState, await _rig.Desk.RefuseAsync(accepted, DelegationRig.Visit(DelegationRig.Bram)));
        Assert.Equal(DelegationOutcome.WrongState, await _rig.Office.RefuseAsync(accepted, TestStaff.Noor));
        Assert.Equal(DelegationOutcome.WrongState, await _rig.Desk.ReconfirmAsync(accepted, DelegationRig.Visit(DelegationRig.Anna)));
        Assert.Equal(DelegationOutcome.Done, await _rig.Desk.EndAsync(accepted, asGiver: false, DelegationRig.Visit(DelegationRig.Bram)));
    }

    [Fact]
    public async Task R2_Change_TrailThatCannotBeWritten_ChangesNothing()
    {
        var id = await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram);
        await _rig.Dossier.StopTrailAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => _rig.Desk.EndAsync(id, asGiver: true, DelegationRig.Visit(DelegationRig.Anna)));
        await Assert.ThrowsAnyAsync<Exception>(() => GiveAsync(DelegationRig.ForPractice()));
        Assert.Equal([DelegationState.InForce], await _rig.StatesAsync(DelegationRig.Bram));
        Assert.Empty(await _rig.OfAsync(DelegationRig.Carla));
    }

    private Task<DelegationFault?> GiveAsync(DelegationRequest request) => _rig.Desk.GiveAsync(request, DelegationRig.Visit(DelegationRig.Anna));
}
