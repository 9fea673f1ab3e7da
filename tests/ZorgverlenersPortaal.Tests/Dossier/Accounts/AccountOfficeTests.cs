using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Accounts;

public class AccountOfficeTests : IAsyncLifetime
{
    private const string Uzi = "900021219";
    private TestDossier _dossier = null!;

    private AccountOffice Office => _dossier.Get<AccountOffice>();

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartAsync(storage: Storage);
        Assert.Equal(AccountOutcome.Done, await Office.AddAsync(Doctor(Uzi, "01234567"), TestStaff.Noor));
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Add_SameNumberTwice_IsRefusedAndTheFirstStands()
    {
        Assert.Equal(AccountOutcome.AlreadyThere, await Office.AddAsync(Doctor(Uzi, "01999999") with { Name = "Een ander" }, TestStaff.Noor));

        Assert.Equal("A. Huisarts", (await FindAsync()).Name);
        Assert.Single(_dossier.Records);
    }

    [Fact]
    public async Task Add_AgbOfAnotherAccountOrPractice_IsRefused()
    {
        Assert.Equal(AccountOutcome.AgbInUse, await Office.AddAsync(Doctor("900021220", "01234567"), TestStaff.Noor));
        await Office.ChangeAsync(Uzi, AccountEdit.Of(await FindAsync()) with { PracticeAgb = AgbCode.TryRead("01777777") }, TestStaff.Noor);
        Assert.Equal(AccountOutcome.AgbInUse, await Office.AddAsync(Doctor("900021220", "01777777"), TestStaff.Noor));
        await Office.BlockAsync(Uzi, "nieuw UZI-nummer", TestStaff.Noor);
        Assert.Equal(AccountOutcome.Done, await Office.AddAsync(Doctor("900021220", "01234567"), TestStaff.Noor));
        Assert.Equal(AccountOutcome.AgbInUse, await Office.UnblockAsync(Uzi, "toch niet", TestStaff.Noor));
    }

    [Fact]
    public async Task Add_OneAgbForTwoAtOnce_IsOneAccount()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Office.AddAsync(Doctor($"90002123{n}", "01888888"), TestStaff.Noor))));

        Assert.Single(outcomes, outcome => outcome == AccountOutcome.Done);
        Assert.Equal(5, outcomes.Count(outcome => outcome == AccountOutcome.AgbInUse));
    }

    [Fact]
    public async Task R8_Block_CountsTheGenerationUpAndTellsEveryNode()
    {
        List<string> heard = [];
        using var listening = _dossier.Get<AccountNews>().Subscribe(heard.Add);

        Assert.Equal(AccountOutcome.Done, await Office.BlockAsync(Uzi, " pas gestolen ", TestStaff.Noor));
        var blocked = await FindAsync();
        Assert.Equal((AccountStatus.Blocked, "pas gestolen", 1), (blocked.Status, blocked.BlockReason, blocked.Generation));
        Assert.Equal(_dossier.Clock.GetUtcNow(), blocked.BlockedAt);
        Assert.Equal(AccountOutcome.WrongState, await Office.BlockAsync(Uzi, "nog eens", TestStaff.Noor));
        Assert.Equal(AccountOutcome.Done, await Office.UnblockAsync(Uzi, "nieuwe pas", TestStaff.Noor));

        var active = await FindAsync();
        Assert.Equal((AccountStatus.Active, null, 1), (active.Status, active.BlockReason, active.Generation));
        Assert.Equal([Uzi, Uzi], heard);
    }

    [Fact]
    public async Task Change_IsRecordedWithBeforeAfterAndWho()
    {
        var edit = AccountEdit.Of(await FindAsync()) with { Agb = AgbCode.TryRead("1234568"), Practice = null };

        Assert.Equal(AccountOutcome.Done, await Office.ChangeAsync(Uzi, edit, TestStaff.Noor));

        var record = _dossier.Records[^1];
        Assert.Equal((AuditEventType.AccountChanged, "account 900021219", "900032001"), (record.Event, record.Detail, record.Actor!.UziNumber));
        Assert.Equal([new("agb", "01234567", "01234568"), new("practice", "Praktijk Noord", null)], record.Changes);
        Assert.Equal(AccountOutcome.Done, await Office.ChangeAsync(Uzi, edit, TestStaff.Noor));
        Assert.Equal(2, _dossier.Records.Count);
    }

    [Fact]
    public async Task R2_Change_TrailThatCannotBeWritten_ChangesNothing()
    {
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => Office.BlockAsync(Uzi, "pas gestolen", TestStaff.Noor));

        Assert.Equal(AccountStatus.Active, (await FindAsync()).Status);
    }

    [Fact]
    public async Task Change_OwnAccount_IsRefused()
    {
        await Office.AddAsync(new() { UziNumber = "900032001", Name = "Noor Karaman", Function = AccountFunction.PortalAdministrator }, TestStaff.Joris);

        Assert.Equal(AccountOutcome.OwnAccount, await Office.ConfirmAsync("900032001", TestStaff.Noor));
        Assert.Equal(AccountOutcome.OwnAccount, await Office.BlockAsync("900032001", "x", TestStaff.Noor));
        Assert.Equal(AccountOutcome.Done, await Office.ConfirmAsync("900032001", TestStaff.Joris));
    }

    [Fact]
    public async Task Change_FunctionAndRoleThatDoNotFit_IsRefused()
    {
        var edit = AccountEdit.Of(await FindAsync());

        Assert.Equal(AccountOutcome.FunctionConflict, await Office.ChangeAsync(Uzi, edit with { Function = AccountFunction.SecurityOfficer }, TestStaff.Noor));
        Assert.Equal(AccountOutcome.FunctionConflict, await Office.ChangeAsync(Uzi, edit with { Role = null }, TestStaff.Noor));
        Assert.Equal(AccountOutcome.FunctionConflict, await Office.ChangeAsync(Uzi, edit with { IsInTraining = true, IsConfirmedPhysician = true }, TestStaff.Noor));
        Assert.Equal(AccountOutcome.NotThere, await Office.ChangeAsync("900021210", edit, TestStaff.Noor));
        Assert.Equal(AccountOutcome.ReasonMissing, await Office.BlockAsync(Uzi, " ", TestStaff.Noor));
        Assert.Equal(AccountOutcome.ReasonMissing, await Office.BlockAsync(Uzi, new string('x', 501), TestStaff.Noor));
        Assert.Single(_dossier.Records);
    }

    [Fact]
    public void ChangedBy_SecurityOfficer_ChangesNoAccounts() => Assert.Throws<ArgumentException>(() =>
        ChangedBy.Administrator(TestStaff.Visit("900032003", "Hilde Postma", AccountFunction.SecurityOfficer)));

    [Fact]
    public async Task Add_WithFourEyes_StartsAsARequestUnlessByACommand()
    {
        await using var dossier = await TestDossier.StartAsync(accounts: new() { FourEyes = true }, storage: Storage);

        Assert.Equal(AccountOutcome.RequestNeeded, await dossier.Get<AccountOffice>().AddAsync(Doctor(Uzi, "01234567"), TestStaff.Noor));
        Assert.Equal(AccountOutcome.Done, await dossier.Get<AccountOffice>().AddAsync(Doctor(Uzi, "01234567"), PortalHost.Office));
    }

    private async Task<Account> FindAsync() => (await _dossier.Get<AccountRegister>().FindAsync(Uzi, default))!;

    internal static Account Doctor(string uzi, string? agb) => new()
    {
        UziNumber = uzi,
        Name = "A. Huisarts",
        Role = CareRole.GeneralPractitioner,
        Agb = AgbCode.TryRead(agb),
        Practice = "Praktijk Noord",
    };
}
