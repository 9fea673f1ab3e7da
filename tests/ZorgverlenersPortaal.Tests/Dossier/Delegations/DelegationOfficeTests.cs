using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Delegations;

/// <summary>What the office does, and what the hospital's settings change.</summary>
public class DelegationOfficeTests
{
    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    [Fact]
    public async Task Approve_WhereTheOfficeApproves_IsNeededBesideTheAcceptance()
    {
        await using var rig = await DelegationRig.StartAsync(new() { OfficeApproves = true }, storage: Storage);
        var id = await rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram);
        Assert.Equal([DelegationState.AwaitingApproval], await rig.StatesAsync(DelegationRig.Bram));
        Assert.Equal(DelegationOutcome.Done, await rig.Office.ApproveAsync(id, TestStaff.Noor));
        Assert.Equal([DelegationState.InForce], await rig.StatesAsync(DelegationRig.Bram));
        Assert.Equal(DelegationOutcome.WrongState, await rig.Office.ApproveAsync(id, TestStaff.Joris));
        Assert.Equal("900032001", Assert.Single(rig.Records(AuditEventType.DelegationApproved)).Actor!.UziNumber);

        var other = await rig.HandOverAsync(DelegationRig.Bram, DelegationRig.Anna);
        Assert.Equal(DelegationOutcome.Done, await rig.Office.RefuseAsync(other, TestStaff.Noor));
        Assert.Equal([DelegationState.Withdrawn], await rig.StatesAsync(DelegationRig.Anna));
    }

    [Fact]
    public async Task Add_OnWrittenWord_IsApprovedByItAndStillToBeAccepted()
    {
        await using var rig = await DelegationRig.StartAsync(new() { OfficeApproves = true }, storage: Storage);
        Assert.Null(await rig.Office.AddAsync(DelegationRig.Anna.UziNumber, DelegationRig.For(DelegationRig.Bram), TestStaff.Noor));
        var one = Assert.Single(await rig.Book.ReceivedAsync(DelegationRig.Bram.UziNumber, default));
        Assert.Equal((DelegationState.AwaitingAcceptance, true), (one.State, one.IsMadeByOffice));
        Assert.Equal(DelegationOutcome.Done, await rig.Desk.AcceptAsync(one.Id, DelegationRig.Visit(DelegationRig.Bram)));
        Assert.Equal([DelegationState.InForce], await rig.StatesAsync(DelegationRig.Bram));

        Assert.Equal(DelegationFault.GiverUnknown, await rig.Office.AddAsync("900049999", DelegationRig.For(DelegationRig.Bram), TestStaff.Noor));
        await rig.Accounts.BlockAsync(DelegationRig.Carla.UziNumber, "weg", TestStaff.Noor);
        Assert.Equal(DelegationFault.GiverUnknown, await rig.Office.AddAsync(DelegationRig.Carla.UziNumber, DelegationRig.For(DelegationRig.Bram), TestStaff.Noor));
        Assert.Equal(DelegationFault.Self, await rig.Office.AddAsync(DelegationRig.Bram.UziNumber, DelegationRig.For(DelegationRig.Bram), TestStaff.Noor));
    }

    [Fact]
    public async Task CoversPractice_OnlyForAManagerWhereTheRuleIsOn()
    {
        await using var rig = await DelegationRig.StartAsync(ownPractice: true, storage: Storage);
        var request = DelegationRig.For(DelegationRig.Bram) with { CoversPractice = true };
        Assert.Equal(DelegationFault.Practice, await rig.Desk.GiveAsync(request, DelegationRig.Visit(DelegationRig.Carla)));
        await rig.EditAsync(DelegationRig.Carla, edit => edit with { IsPracticeManager = true });
        Assert.True(await rig.Book.MayHandOverPracticeAsync(DelegationRig.Carla.UziNumber, default));
        await rig.HandOverAsync(DelegationRig.Carla, DelegationRig.Bram, request);
        var standing = Assert.Single(await rig.OfAsync(DelegationRig.Bram));
        Assert.Equal((true, DelegationRig.Practice), (standing.CoversPractice, standing.Giver.PracticeAgb!.Value));

        await rig.EditAsync(DelegationRig.Carla, edit => edit with { IsPracticeManager = false });
        standing = Assert.Single(await rig.OfAsync(DelegationRig.Bram));
        Assert.Equal((false, DelegationState.InForce), (standing.CoversPractice, standing.State));
    }

    [Fact]
    public async Task Reconfirm_LongOne_StopsAfterAYearUnlessTheGiverConfirms()
    {
        await using var rig = await DelegationRig.StartAsync(new() { MaximumDays = 730, ReconfirmMonths = 12 }, storage: Storage);
        var id = await rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram, DelegationRig.For(DelegationRig.Bram, days: 700));
        var standing = Assert.Single(await rig.OfAsync(DelegationRig.Bram));
        Assert.Equal(new DateTimeOffset(2027, 3, 10, 10, 0, 0, TimeSpan.Zero), standing.Until);
        Assert.Equal(DelegationOutcome.WrongState, await rig.Desk.ReconfirmAsync(id, DelegationRig.Visit(DelegationRig.Anna)));

        // The accounts have their own yearly confirmation; it is not what is looked at here.
        await rig.SpoilAsync("UPDATE account SET confirmed = '2027-03-01T00:00:00.0000000Z'");
        rig.Dossier.Clock.Advance(standing.Until - rig.Dossier.Clock.GetUtcNow() - TimeSpan.FromDays(10));
        Assert.True(Assert.Single(await rig.Book.GivenAsync(DelegationRig.Anna.UziNumber, default)).MayReconfirm);
        var reminder = Assert.Single(await rig.Book.RemindersAsync(DelegationRig.Anna.UziNumber, default));
        Assert.Equal((DelegationReminderKind.ReconfirmationDue, 10, false), (reminder.Kind, reminder.Days, reminder.IsUrgent));
        rig.Dossier.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal([DelegationState.Ended], await rig.StatesAsync(DelegationRig.Bram));
        Assert.True(Assert.Single(await rig.Book.GivenAsync(DelegationRig.Anna.UziNumber, default)).IsLapsed);

        Assert.Equal(DelegationOutcome.NotThere, await rig.Desk.ReconfirmAsync(id, DelegationRig.Visit(DelegationRig.Bram)));
        Assert.Equal(DelegationOutcome.Done, await rig.Desk.ReconfirmAsync(id, DelegationRig.Visit(DelegationRig.Anna)));
        standing = Assert.Single(await rig.OfAsync(DelegationRig.Bram));
        Assert.Equal((DelegationState.InForce, new DateTimeOffset(2028, 2, 7, 23, 0, 0, TimeSpan.Zero)), (standing.State, standing.Until));
        Assert.Single(rig.Records(AuditEventType.DelegationReconfirmed));
    }

    [Fact]
    public async Task Reminders_FourteenAndTwoDaysBeforeTheEnd_AreForBothSides()
    {
        await using var rig = await DelegationRig.StartAsync(storage: Storage);
        await rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram, DelegationRig.For(DelegationRig.Bram, days: 16));
        Assert.Empty(await rig.Book.RemindersAsync(DelegationRig.Anna.UziNumber, default));
        foreach (var (days, left, isUrgent) in ((int, int, bool)[])[(1, 14, false), (11, 3, false), (1, 2, true), (2, 0, true)])
        {
            rig.Dossier.Clock.Advance(TimeSpan.FromDays(days));
            var toGiver = Assert.Single(await rig.Book.RemindersAsync(DelegationRig.Anna.UziNumber, default));
            Assert.Equal((DelegationReminderKind.EndsSoon, left, isUrgent, true), (toGiver.Kind, toGiver.Days, toGiver.IsUrgent, toGiver.IsGiver));
            var toReceiver = Assert.Single(await rig.Book.RemindersAsync(DelegationRig.Bram.UziNumber, default));
            Assert.Equal((DelegationReminderKind.EndsSoon, left, isUrgent, false), (toReceiver.Kind, toReceiver.Days, toReceiver.IsUrgent, toReceiver.IsGiver));
        }
        rig.Dossier.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await rig.Book.RemindersAsync(DelegationRig.Anna.UziNumber, default));

        await rig.GiveAsync(DelegationRig.Carla, DelegationRig.For(DelegationRig.Bram) with { FirstDay = new(2026, 3, 27), LastDay = new(2026, 4, 27) });
        Assert.Equal(DelegationReminderKind.AcceptanceAsked, Assert.Single(await rig.Book.RemindersAsync(DelegationRig.Bram.UziNumber, default)).Kind);
    }

    [Fact]
    public async Task Search_ByNameNumberAndState_FindsThem()
    {
        await using var rig = await DelegationRig.StartAsync(storage: Storage);
        await rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram);
        var waiting = await rig.GiveAsync(DelegationRig.Bram, DelegationRig.ForPractice());
        var over = await rig.HandOverAsync(DelegationRig.Dirk, DelegationRig.Anna);
        await rig.Office.EndAsync(over, TestStaff.Noor);
        Assert.Equal(2, await CountAsync("", DelegationSearchKind.Open));
        Assert.Equal(3, await CountAsync(null, DelegationSearchKind.All));
        Assert.Equal(1, await CountAsync("anna", DelegationSearchKind.Open));
        Assert.Equal(2, await CountAsync("ANNA", DelegationSearchKind.All));
        Assert.Equal(1, await CountAsync("01-990000", DelegationSearchKind.All));
        Assert.Equal(2, await CountAsync("900 040 002", DelegationSearchKind.All));
        Assert.Equal(0, await CountAsync("%", DelegationSearchKind.All));
        Assert.Equal(over, (await rig.Book.SearchAsync(new("", DelegationSearchKind.Over), default)).Found.Single().Id);
        Assert.Contains(waiting, (await rig.Book.SearchAsync(new("", DelegationSearchKind.Waiting), default)).Found.Select(one => one.Id));

        async Task<int> CountAsync(string? text, DelegationSearchKind kind) => (await rig.Book.SearchAsync(new(text, kind), default)).Found.Count;
    }

    [Theory]
    [InlineData(0, 12, null, "Delegations:MaximumDays")]
    [InlineData(3661, 12, null, "Delegations:MaximumDays")]
    [InlineData(365, 0, null, "Delegations:ReconfirmMonths")]
    [InlineData(365, 12, 0, "Delegations:ReminderDays")]
    public void R13_Faults_NumberOutOfRange_NamesTheKey(int days, int months, int? reminder, string key)
    {
        var options = new DelegationOptions { MaximumDays = days, ReconfirmMonths = months, ReminderDays = reminder is { } one ? [one] : [] };
        Assert.StartsWith(key, Assert.Single(options.Faults()), StringComparison.Ordinal);
        Assert.Empty(new DelegationOptions().Faults());
    }
}
