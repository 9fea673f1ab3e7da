using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Delegations;

/// <summary>How a delegation stands at a look: in force only when everybody did and still may what is needed.</summary>
public class ReceivedDelegationsTests : IAsyncLifetime
{
    private DelegationRig _rig = null!;

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync() => _rig = await DelegationRig.StartAsync(storage: Storage);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Of_GivenAndAccepted_IsInForceForTheReceiverAlone()
    {
        var id = await _rig.GiveAsync(DelegationRig.Anna, DelegationRig.For(DelegationRig.Bram));
        Assert.Equal([DelegationState.AwaitingAcceptance], await _rig.StatesAsync(DelegationRig.Bram));
        Assert.Equal(DelegationOutcome.Done, await _rig.Desk.AcceptAsync(id, DelegationRig.Visit(DelegationRig.Bram)));

        var standing = Assert.Single(await _rig.OfAsync(DelegationRig.Bram));
        Assert.Equal((id, DelegationState.InForce, false), (standing.Id, standing.State, standing.CoversPractice));
        Assert.Equal(("900040001", "Anna", "01400001"), (standing.Giver.UziNumber, standing.Giver.Name, standing.Giver.Agb!.Value));
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 23, 0, 0, TimeSpan.Zero), standing.From);
        Assert.Equal(new DateTimeOffset(2026, 4, 8, 22, 0, 0, TimeSpan.Zero), standing.Until);
        Assert.Empty(await _rig.OfAsync(DelegationRig.Anna));
        Assert.Empty(await _rig.OfAsync(DelegationRig.Carla));
    }

    [Fact]
    public async Task H061_Of_NotYetPastOrWithdrawn_IsNotInForce()
    {
        var id = await _rig.HandOverAsync(
            DelegationRig.Anna, DelegationRig.Bram, DelegationRig.For(DelegationRig.Bram) with { FirstDay = new(2026, 3, 11), LastDay = new(2026, 3, 12) });
        Assert.Equal([DelegationState.NotYet], await _rig.StatesAsync(DelegationRig.Bram));
        MoveTo("2026-03-10T22:59:59.9999999Z");
        Assert.Equal([DelegationState.NotYet], await _rig.StatesAsync(DelegationRig.Bram));
        MoveTo("2026-03-10T23:00:00Z");
        Assert.Equal([DelegationState.InForce], await _rig.StatesAsync(DelegationRig.Bram));
        MoveTo("2026-03-12T22:59:59.9999999Z");
        Assert.Equal([DelegationState.InForce], await _rig.StatesAsync(DelegationRig.Bram));
        MoveTo("2026-03-12T23:00:00Z");
        Assert.Equal([DelegationState.Ended], await _rig.StatesAsync(DelegationRig.Bram));
        Assert.Equal(DelegationOutcome.WrongState, await _rig.Desk.EndAsync(id, asGiver: true, DelegationRig.Visit(DelegationRig.Anna)));

        var second = await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram, DelegationRig.For(DelegationRig.Bram) with { FirstDay = new(2026, 3, 13), LastDay = new(2026, 3, 20) });
        Assert.Contains(DelegationState.InForce, await _rig.StatesAsync(DelegationRig.Bram));
        Assert.Equal(DelegationOutcome.Done, await _rig.Desk.EndAsync(second, asGiver: true, DelegationRig.Visit(DelegationRig.Anna)));
        Assert.Equal([DelegationState.Ended, DelegationState.Withdrawn], await _rig.StatesAsync(DelegationRig.Bram));
        MoveTo("2026-04-15T10:00:00Z");
        Assert.DoesNotContain(id, (await _rig.OfAsync(DelegationRig.Bram)).Select(one => one.Id));
    }

    [Fact]
    public async Task H062_Of_ChainOfTwo_IsNotTransitive()
    {
        await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram);
        await _rig.HandOverAsync(DelegationRig.Bram, DelegationRig.Carla);
        await _rig.HandOverAsync(DelegationRig.Carla, DelegationRig.Anna);

        Assert.Equal("900040001", Assert.Single(await _rig.OfAsync(DelegationRig.Bram)).Giver.UziNumber);
        Assert.Equal("900040002", Assert.Single(await _rig.OfAsync(DelegationRig.Carla)).Giver.UziNumber);
        Assert.Equal("900040003", Assert.Single(await _rig.OfAsync(DelegationRig.Anna)).Giver.UziNumber);
    }

    [Fact]
    public async Task R8_Of_GiverBlockedOrPastItsConfirmation_IsInactiveUntilSheMayLookAgain()
    {
        await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram);
        await _rig.Accounts.BlockAsync(DelegationRig.Anna.UziNumber, "pas gestolen", TestStaff.Noor);
        Assert.Equal([DelegationState.GiverInactive], await _rig.StatesAsync(DelegationRig.Bram));
        await _rig.Accounts.UnblockAsync(DelegationRig.Anna.UziNumber, "nieuwe pas", TestStaff.Noor);
        Assert.Equal([DelegationState.InForce], await _rig.StatesAsync(DelegationRig.Bram));
        await _rig.EditAsync(DelegationRig.Anna, edit => edit with { Agb = null });
        Assert.Equal([DelegationState.GiverInactive], await _rig.StatesAsync(DelegationRig.Bram));
        await _rig.EditAsync(DelegationRig.Anna, edit => edit with { Agb = AgbCode.TryRead("01400009") });
        Assert.Equal("01400009", Assert.Single(await _rig.OfAsync(DelegationRig.Bram)).Giver.Agb!.Value);
        await _rig.EditAsync(DelegationRig.Anna, edit => edit with { IsInTraining = true });
        Assert.Equal([DelegationState.GiverInactive], await _rig.StatesAsync(DelegationRig.Bram));
        await _rig.EditAsync(DelegationRig.Anna, edit => edit with { IsInTraining = false });
        await _rig.SpoilAsync("UPDATE account SET confirmed = '2025-03-01T00:00:00.0000000Z' WHERE uzi_number = '900040001'");
        Assert.Equal([DelegationState.GiverInactive], await _rig.StatesAsync(DelegationRig.Bram));
    }

    [Fact]
    public async Task R8_Of_Practice_IsForItsMembersAtThisMoment()
    {
        await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Carla, DelegationRig.ForPractice());
        Assert.Equal([DelegationState.InForce], await _rig.StatesAsync(DelegationRig.Carla));
        Assert.Equal([DelegationState.InForce], await _rig.StatesAsync(DelegationRig.Dirk));
        Assert.Empty(await _rig.OfAsync(DelegationRig.Bram));

        await _rig.EditAsync(DelegationRig.Dirk, edit => edit with { PracticeAgb = null });
        // Also when the caller's own picture of Dirk is older.
        Assert.Empty(await _rig.OfAsync(DelegationRig.Dirk with { PracticeAgb = AgbCode.TryRead(DelegationRig.Practice) }));
        await _rig.EditAsync(DelegationRig.Bram, edit => edit with { PracticeAgb = AgbCode.TryRead(DelegationRig.Practice) });
        Assert.Equal([DelegationState.InForce], await _rig.StatesAsync(DelegationRig.Bram));
        await _rig.Accounts.BlockAsync(DelegationRig.Carla.UziNumber, "weg", TestStaff.Noor);
        Assert.Empty(await _rig.OfAsync(DelegationRig.Carla));
    }

    [Fact]
    public async Task Of_OwnPractice_DoesNotComeBackToTheGiver()
    {
        await _rig.HandOverAsync(DelegationRig.Carla, DelegationRig.Dirk, DelegationRig.ForPractice());
        Assert.Equal([DelegationState.InForce], await _rig.StatesAsync(DelegationRig.Dirk));
        Assert.Empty(await _rig.OfAsync(DelegationRig.Carla));
    }

    [Fact]
    public async Task Of_BoundToDuties_IsInForceDuringThemOnly()
    {
        await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram, DelegationRig.For(DelegationRig.Bram) with { Shifts = ShiftText.Read("di 17:00-08:00")! });
        Assert.Equal([DelegationState.OutsideShift], await _rig.StatesAsync(DelegationRig.Bram));
        MoveTo("2026-03-10T16:00:00Z");
        Assert.Equal([DelegationState.InForce], await _rig.StatesAsync(DelegationRig.Bram));
        MoveTo("2026-03-11T06:59:59Z");
        Assert.Equal([DelegationState.InForce], await _rig.StatesAsync(DelegationRig.Bram));
        MoveTo("2026-03-11T07:00:00Z");
        Assert.Equal([DelegationState.OutsideShift], await _rig.StatesAsync(DelegationRig.Bram));
    }

    [Theory]
    [InlineData("shifts = 'ma 25:00-08:00'")]
    [InlineData("ended = 'x'")]
    [InlineData("accepted = 'x'")]
    [InlineData("last_day = '9999-99-99'")]
    [InlineData("made = 'x'")]
    public async Task Of_ValueThatCannotBeRead_IsNotInForce(string change)
    {
        await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram);
        await _rig.SpoilAsync($"UPDATE delegation SET {change}");
        Assert.DoesNotContain(DelegationState.InForce, await _rig.StatesAsync(DelegationRig.Bram));
    }

    [Fact]
    public async Task R8_End_BySideOrOffice_WakesEverybodyItWasFor()
    {
        var named = await _rig.HandOverAsync(DelegationRig.Anna, DelegationRig.Bram);
        var practice = await _rig.HandOverAsync(DelegationRig.Bram, DelegationRig.Carla, DelegationRig.ForPractice());
        List<string> heard = [];
        using var listening = _rig.Dossier.Get<AccountNews>().Subscribe(heard.Add);

        Assert.Equal(DelegationOutcome.Done, await _rig.Desk.EndAsync(named, asGiver: false, DelegationRig.Visit(DelegationRig.Bram)));
        Assert.Equal(["900040001", "900040002"], heard);
        heard.Clear();
        Assert.Equal(DelegationOutcome.Done, await _rig.Office.EndAsync(practice, TestStaff.Noor));
        Assert.Equal(["900040002", "900040003", "900040004"], heard);
        Assert.Equal([DelegationState.Withdrawn], await _rig.StatesAsync(DelegationRig.Dirk));
        var record = _rig.Records(AuditEventType.DelegationEnded)[^1];
        Assert.Equal(("delegation " + practice, "900032001"), (record.Detail, record.Actor!.UziNumber));
        Assert.Contains(new AuditChange("side", null, "Office"), record.Changes);
    }

    private void MoveTo(string moment) =>
        _rig.Dossier.Clock.Advance(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture) - _rig.Dossier.Clock.GetUtcNow());
}
