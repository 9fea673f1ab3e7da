using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Accounts;

/// <summary>A request from the form to the account.</summary>
public class AccountReviewTests : IAsyncLifetime
{
    private static readonly Approval _checked = new() { IsBigChecked = true };
    private TestDossier _dossier = null!;

    private AccountRequests Requests => _dossier.Get<AccountRequests>();

    private AccountReview Review => _dossier.Get<AccountReview>();

    /// <summary>Where accounts are kept; null: in a SQLite file.</summary>
    protected virtual StorageOptions? Storage => null;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartAsync(storage: Storage);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Approve_Request_MakesTheAccountAndTellsTheApplicant()
    {
        var reference = await SubmitAsync();
        Assert.Equal(RequestStatus.Received, (await ProgressAsync(reference)).Status);

        var id = await OnlyAsync();
        Assert.Equal(AccountOutcome.BigNotChecked, await Review.ApproveAsync(id, new(), TestStaff.Noor));
        Assert.Equal(AccountOutcome.Done, await Review.ApproveAsync(id, _checked with { IsConfirmedPhysician = true, PracticeAgb = AgbCode.TryRead("47001234") }, TestStaff.Noor));

        var account = await _dossier.Get<AccountRegister>().FindAsync("900031446", default);
        Assert.Equal(("L. Brandsma", "84001927", "47001234", true), (account!.Name, account.Agb!.Value, account.PracticeAgb!.Value, account.IsConfirmedPhysician));
        Assert.Equal(_dossier.Clock.GetUtcNow(), account.ConfirmedAt);
        Assert.Equal((RequestStatus.Approved, true), ((await ProgressAsync(reference)).Status, (await ProgressAsync(reference)).MayTakeBlockCode));
        Assert.Equal(
            [AuditEventType.AccountRequested, AuditEventType.AccountRequestApproved, AuditEventType.AccountAdded], _dossier.Records.Select(r => r.Event));
        Assert.Equal(AccountOutcome.WrongState, await Review.ApproveAsync(id, _checked, TestStaff.Noor));
    }

    [Fact]
    public async Task Approve_WithFourEyes_TakesTwoDifferentAdministrators()
    {
        await DisposeAsync();
        _dossier = await TestDossier.StartAsync(accounts: new() { FourEyes = true }, storage: Storage);
        await SubmitAsync();
        var id = await OnlyAsync();

        Assert.Equal(AccountOutcome.SecondApprovalNeeded, await Review.ApproveAsync(id, _checked, TestStaff.Noor));
        Assert.Null(await _dossier.Get<AccountRegister>().FindAsync("900031446", default));
        Assert.Equal(AccountOutcome.SameAdministrator, await Review.ApproveAsync(id, _checked, TestStaff.Noor));
        Assert.Equal(AccountOutcome.SameAdministrator, await Review.ApproveAsync(id, _checked, PortalHost.Office));
        Assert.Equal("900032001", (await Review.FindAsync(id, default))!.Request.FirstApprover);
        Assert.Equal(AccountOutcome.Done, await Review.ApproveAsync(id, _checked, TestStaff.Joris));
        Assert.NotNull(await _dossier.Get<AccountRegister>().FindAsync("900031446", default));
    }

    [Fact]
    public async Task Ask_Supplement_BringsItBackToBothAdministrators()
    {
        var reference = await SubmitAsync();
        var id = await OnlyAsync();
        Assert.Equal(AccountOutcome.ReasonMissing, await Review.AskAsync(id, "", TestStaff.Noor));
        Assert.Equal(AccountOutcome.Done, await Review.AskAsync(id, "Geef je persoonlijke AGB-code", TestStaff.Noor));
        Assert.Equal((RequestStatus.SupplementAsked, "Geef je persoonlijke AGB-code"), ((await ProgressAsync(reference)).Status, (await ProgressAsync(reference)).Note));
        Assert.Equal(AccountOutcome.WrongState, await Review.ApproveAsync(id, _checked, TestStaff.Noor));

        Assert.True((await Requests.SupplementAsync(reference, TestStaff.Form with { Agb = "84001928" }, TestStaff.Stranger(), default)).IsTaken);
        Assert.False((await Requests.SupplementAsync(reference, TestStaff.Form, TestStaff.Stranger(), default)).IsTaken);
        Assert.Equal("84001928", (await Review.FindAsync(id, default))!.Request.Data.Agb.Value);
        Assert.Contains(new("agb", "84001927", "84001928"), _dossier.Records[^1].Changes);
    }

    [Fact]
    public async Task Refuse_IsReadByTheApplicantAndMakesNoAccount()
    {
        var reference = await SubmitAsync();
        Assert.Equal(AccountOutcome.Done, await Review.RefuseAsync(await OnlyAsync(), "Niet in het BIG-register", TestStaff.Noor));

        Assert.Equal((RequestStatus.Refused, "Niet in het BIG-register"), ((await ProgressAsync(reference)).Status, (await ProgressAsync(reference)).Note));
        Assert.Null(await _dossier.Get<AccountRegister>().FindAsync("900031446", default));
        Assert.Null(await Requests.TakeBlockCodeAsync(reference, TestStaff.Stranger(), default));
    }

    [Fact]
    public async Task Approve_OwnRequest_IsRefused()
    {
        await SubmitAsync(TestStaff.Form with { UziNumber = "900032001" });

        Assert.Equal(AccountOutcome.OwnAccount, await Review.ApproveAsync(await OnlyAsync(), _checked, TestStaff.Noor));
        Assert.Equal(AccountOutcome.NotThere, await Review.ApproveAsync("nothing", _checked, TestStaff.Noor));
    }

    [Fact]
    public async Task R16_Submit_NumberThatHasAnAccount_LooksTheSameAndTheOfficeSeesIt()
    {
        await _dossier.Get<AccountOffice>().AddAsync(AccountOfficeTests.Doctor("900031446", "84001927") with { PracticeAgb = AgbCode.TryRead("01055210") }, TestStaff.Noor);
        await SubmitAsync();
        await SubmitAsync(TestStaff.Form with { UziNumber = "900031447" });
        await SubmitAsync(TestStaff.Form with { UziNumber = "900031448", Agb = "01055210" });

        var reviewed = await Review.ListAsync(RequestStatus.Received, default);
        Assert.Equal(
            [[RequestConflict.AccountExists], [RequestConflict.AgbInUse], [RequestConflict.AgbIsPracticeCode]],
            reviewed.OrderBy(r => r.Request.Data.UziNumber).Select(r => r.Conflicts));
        Assert.Equal(AccountOutcome.AlreadyThere, await Review.ApproveAsync(reviewed.Single(r => r.Conflicts.Contains(RequestConflict.AccountExists)).Request.Id, _checked, TestStaff.Noor));
        Assert.Equal(AccountOutcome.AgbInUse, await Review.ApproveAsync(reviewed.Single(r => r.Conflicts.Contains(RequestConflict.AgbInUse)).Request.Id, _checked, TestStaff.Noor));
    }

    [Fact]
    public async Task Submit_InTraining_IsRefusedRecordedAndNotKept()
    {
        var receipt = await Requests.SubmitAsync(TestStaff.Form with { InTraining = true }, TestStaff.Stranger(), default);

        Assert.Equal((null, RequestFault.InTraining), (receipt.Reference, Assert.Single(receipt.Faults)));
        Assert.Empty(await Review.ListAsync(null, default));
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.AccountRequestRefused, AuditOutcome.Refused, "account 900031446"), (record.Event, record.Outcome, record.Detail));
    }

    [Fact]
    public async Task Progress_OtherReference_IsNobodys()
    {
        var reference = await SubmitAsync();
        Assert.Matches(@"\A[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}\z", reference);
        Assert.Equal(RequestStatus.Received, (await ProgressAsync(reference.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).Status);
        Assert.Null((await ProgressAsync("0000-0000-0000-0000")).Status);
        Assert.Null((await ProgressAsync(null)).Status);
        Assert.Null((await ProgressAsync(new string('x', 100_000))).Status);
    }

    [Fact]
    public async Task Submit_AgainAndAgain_IsStoppedPerAddress()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.False((await Requests.SubmitAsync(new(), TestStaff.Stranger(), default)).IsTooMany);
        }

        Assert.True((await Requests.SubmitAsync(TestStaff.Form, TestStaff.Stranger(), default)).IsTooMany);
        Assert.True((await Requests.SubmitAsync(TestStaff.Form, TestStaff.Stranger("192.0.2.31"), default)).IsTaken);
        _dossier.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.True((await Requests.SubmitAsync(TestStaff.Form, TestStaff.Stranger(), default)).IsTaken);
    }

    private async Task<string> SubmitAsync(AccountRequestForm? form = null) =>
        (await Requests.SubmitAsync(form ?? TestStaff.Form, TestStaff.Stranger(), default)).Reference!;

    private async Task<string> OnlyAsync() => Assert.Single(await Review.ListAsync(null, default)).Request.Id;

    private Task<RequestProgress> ProgressAsync(string? reference) => Requests.ProgressAsync(reference, TestStaff.Stranger(), default);
}
