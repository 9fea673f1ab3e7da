using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Accounts;

public class SelfBlockTests : IAsyncLifetime
{
    private const string Uzi = "900021219";
    private TestDossier _dossier = null!;

    private SelfBlock Block => _dossier.Get<SelfBlock>();

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartAsync(storage: Storage);
        await _dossier.Get<AccountOffice>().AddAsync(AccountOfficeTests.Doctor(Uzi, "01234567"), TestStaff.Noor);
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R8_Try_RightCode_BlocksAndIsRecorded()
    {
        var code = await _dossier.Get<BlockCodes>().MakeAsync(TestDossier.Visit());
        Assert.True((await FindAsync()).HasBlockCode);

        Assert.Equal(SelfBlockOutcome.Blocked, await TryAsync("900 021 219", code.ToLowerInvariant()));

        Assert.Equal((AccountStatus.Blocked, 1), ((await FindAsync()).Status, (await FindAsync()).Generation));
        var record = _dossier.Records[^1];
        Assert.Equal((AuditEventType.AccountBlocked, null, "192.0.2.30"), (record.Event, record.Actor!.UziNumber, record.Actor.Address));
        Assert.Equal(SelfBlockOutcome.Blocked, await TryAsync(Uzi, code));
        Assert.DoesNotContain(_dossier.Records, r => r.ToString().Contains(code, StringComparison.Ordinal) || r.Changes.Any(c => c.After == code));
    }

    [Fact]
    public async Task R16_Try_WrongCodeNoCodeAndNoAccount_AreToldTheSame()
    {
        var code = await _dossier.Get<BlockCodes>().MakeAsync(TestDossier.Visit());
        var later = await _dossier.Get<BlockCodes>().MakeAsync(TestDossier.Visit());

        Assert.Equal(SelfBlockOutcome.NotBlocked, await TryAsync(Uzi, code));
        Assert.Equal(SelfBlockOutcome.NotBlocked, await TryAsync(Uzi, null));
        Assert.Equal(SelfBlockOutcome.NotBlocked, await TryAsync("900021220", later));
        Assert.Equal(SelfBlockOutcome.NotBlocked, await TryAsync("12345678", later));
        Assert.Equal(AccountStatus.Active, (await FindAsync()).Status);
        Assert.Equal(4, _dossier.Records.Count(r => r.Event == AuditEventType.SelfBlockRefused));
        Assert.Equal(SelfBlockOutcome.Blocked, await TryAsync(Uzi, later));
    }

    [Fact]
    public async Task Try_AccountWithoutCode_IsNotBlockedByAnEmptyOne()
    {
        Assert.Equal(SelfBlockOutcome.NotBlocked, await TryAsync(Uzi, ""));
        Assert.Equal(SelfBlockOutcome.NotBlocked, await TryAsync(Uzi, "----------------"));
    }

    [Fact]
    public async Task Try_AgainAndAgain_IsStoppedPerAddressAndPerNumber()
    {
        var code = await _dossier.Get<BlockCodes>().MakeAsync(TestDossier.Visit());
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(SelfBlockOutcome.NotBlocked, await TryAsync(Uzi, "wrong"));
        }

        Assert.Equal(SelfBlockOutcome.TooManyAttempts, await TryAsync(Uzi, code));
        Assert.Equal(SelfBlockOutcome.TooManyAttempts, await TryAsync("900021220", code));
        Assert.Equal(SelfBlockOutcome.TooManyAttempts, await Block.TryAsync(Uzi, code, TestStaff.Stranger("192.0.2.31"), default));
        _dossier.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.Equal(SelfBlockOutcome.Blocked, await TryAsync(Uzi, code));
    }

    [Fact]
    public async Task TakeBlockCode_OfAnApprovedRequest_WorksOnce()
    {
        var requests = _dossier.Get<AccountRequests>();
        var reference = (await requests.SubmitAsync(TestStaff.Form, TestStaff.Stranger(), default)).Reference;
        var id = (await _dossier.Get<AccountReview>().ListAsync(null, default))[0].Request.Id;
        Assert.Null(await requests.TakeBlockCodeAsync(reference, TestStaff.Stranger(), default));
        await _dossier.Get<AccountReview>().ApproveAsync(id, new() { IsBigChecked = true }, TestStaff.Noor);

        var code = await requests.TakeBlockCodeAsync(reference, TestStaff.Stranger(), default);
        Assert.NotNull(code);
        Assert.Null(await requests.TakeBlockCodeAsync(reference, TestStaff.Stranger(), default));
        Assert.Equal(SelfBlockOutcome.Blocked, await TryAsync("900031446", code));
    }

    private Task<SelfBlockOutcome> TryAsync(string uzi, string? code) => Block.TryAsync(uzi, code, TestStaff.Stranger(), default);

    private async Task<Account> FindAsync() => (await _dossier.Get<AccountRegister>().FindAsync(Uzi, default))!;
}
