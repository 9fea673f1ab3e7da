using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Accounts;

public class AccountDirectoryTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    private AccountDirectory Directory => _dossier.Get<AccountDirectory>();

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartAsync(storage: Storage);
        var now = _dossier.Clock.GetUtcNow();
        await AddAsync("900000001", "01000001", "Bakker_1", now);
        await AddAsync("900000002", "01000002", "bakker%2", now.AddMonths(-12).AddDays(10));
        await AddAsync("900000003", "01000003", "Öztürk", now.AddMonths(-13));
        await AddAsync("900000004", "01000004", "Visser", now);
        await _dossier.Get<AccountOffice>().BlockAsync("900000004", "pas gestolen", TestStaff.Noor);
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [InlineData(null, null, "900000002 900000001 900000004 900000003")]
    [InlineData("BAKKER", null, "900000002 900000001")]
    [InlineData("_1", null, "900000001")]
    [InlineData("%", null, "900000002")]
    [InlineData("900 000 003", null, "900000003")]
    [InlineData("01-000002", null, "900000002")]
    [InlineData("' OR 1=1 --", null, "")]
    [InlineData(null, AccountState.Active, "900000002 900000001")]
    [InlineData(null, AccountState.Blocked, "900000004")]
    [InlineData(null, AccountState.ConfirmationPassed, "900000003")]
    [InlineData("bakker", AccountState.Blocked, "")]
    public async Task Search_FindsWhatFits(string? text, AccountState? state, string found)
    {
        var page = await Directory.SearchAsync(new() { Text = text, State = state }, default);

        Assert.Equal(found, string.Join(' ', page.Accounts.Select(row => row.Account.UziNumber)));
        Assert.Equal(page.Accounts.Count, page.Found);
        Assert.All(page.Accounts, row => Assert.True(state is null || row.State == state));
    }

    [Fact]
    public async Task Search_InPages_ShowsEachOnceAndTheLastForALaterOne()
    {
        var first = await Directory.SearchAsync(new() { PageSize = 3 }, default);
        var late = await Directory.SearchAsync(new() { PageSize = 3, Page = 99 }, default);

        Assert.Equal((3, 4, 1, 2), (first.Accounts.Count, first.Found, first.Page, first.Pages));
        Assert.Equal((2, "900000003"), (late.Page, Assert.Single(late.Accounts).Account.UziNumber));
    }

    [Fact]
    public async Task Count_AndDueSoon_AgreeWithTheStates()
    {
        Assert.Equal(new AccountCounts(2, 1, 1), await Directory.CountAsync(default));
        Assert.Equal(["900000003", "900000002"], (await Directory.DueSoonAsync(default)).Select(row => row.Account.UziNumber));
    }

    [Fact]
    public async Task LastSignIn_IsTheLastThatSucceeded()
    {
        var book = _dossier.Get<SignInBook>();
        var now = _dossier.Clock.GetUtcNow();
        for (var i = 0; i < 60; i++)
        {
            await book.NoteAsync("900000001", new(now.AddMinutes(i), i == 40 ? SignInEntry.SignedIn : "AgbConflict", "192.0.2.1", "0A", "01000009", now.AddDays(i)), default);
        }
        await book.NoteAsync("900099999", new(now, SignInEntry.SignedIn, null, "0A", null, now), default);

        var row = await Directory.FindAsync("900000001", default);
        Assert.Equal((now.AddMinutes(40), now.AddDays(40)), (row!.LastSignIn, row.CardExpires));
        Assert.Equal(50, (await book.LastSignInsAsync("900000001", 100, default)).Count);
        Assert.Equal(now.AddMinutes(59), (await book.LastSignInsAsync("900000001", 1, default))[0].Time);
        Assert.Empty(await book.LastSignInsAsync("900099999", 10, default));
        Assert.Null((await Directory.FindAsync("900000002", default))!.LastSignIn);
        Assert.Null(await Directory.FindAsync("900099999", default));
    }

    [Fact]
    public async Task Conflicts_AreThereUntilTheyAreMended()
    {
        var book = _dossier.Get<SignInBook>();
        var now = _dossier.Clock.GetUtcNow();
        await book.NoteAsync("900000001", new(now, "AgbConflict", null, "0A", "01000009", now), default);
        var conflicts = _dossier.Get<AgbConflicts>();
        Assert.Equal(AgbConflictKind.CardCarriesAnotherAgb, Assert.Single(await conflicts.ListAsync(default)).Kind);

        var edit = AccountEdit.Of((await _dossier.Get<AccountRegister>().FindAsync("900000001", default))!);
        await _dossier.Get<AccountOffice>().ChangeAsync("900000001", edit with { Agb = AgbCode.TryRead("01000009") }, TestStaff.Noor);
        Assert.Empty(await conflicts.ListAsync(default));

        edit = AccountEdit.Of((await _dossier.Get<AccountRegister>().FindAsync("900000002", default))!);
        await _dossier.Get<AccountOffice>().ChangeAsync("900000002", edit with { PracticeAgb = AgbCode.TryRead("01000009") }, TestStaff.Noor);
        var conflict = Assert.Single(await conflicts.ListAsync(default));
        Assert.Equal((AgbConflictKind.PersonalAgbIsAPractice, "01000009"), (conflict.Kind, conflict.Agb));
        Assert.Equal(["900000001", "900000002"], conflict.UziNumbers);
    }

    private async Task AddAsync(string uzi, string agb, string name, DateTimeOffset confirmed) => Assert.Equal(
        AccountOutcome.Done,
        await _dossier.Get<AccountOffice>().AddAsync(AccountOfficeTests.Doctor(uzi, agb) with { Name = name, ConfirmedAt = confirmed }, TestStaff.Noor));
}
