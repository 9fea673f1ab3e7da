using System.Data.Common;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>
/// The office's side of requests: look, ask, refuse, approve. With four eyes two different administrators approve, and nobody
/// decides on the own request.
/// </summary>
public sealed class AccountReview
{
    private readonly RecordedChange _change;
    private readonly Database _database;
    private readonly AccountsOptions _options;

    internal AccountReview(RecordedChange change, Database database, AccountsOptions options) =>
        (_change, _database, _options) = (change, database, options);

    /// <summary>Requests of one status, oldest first; null for all.</summary>
    public async Task<IReadOnlyList<ReviewedRequest>> ListAsync(RequestStatus? status, CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        List<ReviewedRequest> reviewed = [];
        foreach (var request in await AccountRequestTable.ListAsync(connection, status))
        {
            reviewed.Add(await ReviewAsync(connection, request));
        }
        return reviewed;
    }

    /// <summary>One request, or null.</summary>
    public async Task<ReviewedRequest?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        return await AccountRequestTable.FindAsync(connection, null, id) is { } request ? await ReviewAsync(connection, request) : null;
    }

    /// <summary>Approves; the account is there at once, or after the second administrator. What the second says of practice and 01.000 counts.</summary>
    public Task<AccountOutcome> ApproveAsync(string id, Approval approval, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return StepAsync(id, by, async (transaction, before) =>
        {
            if (!approval.IsBigChecked)
            {
                return No(AccountOutcome.BigNotChecked);
            }
            if (before.Status != RequestStatus.Received)
            {
                return No(AccountOutcome.WrongState);
            }
            var account = ToAccount(before.Data, approval);
            if (await AccountOffice.WhyNotAddAsync(transaction, account) is { } outcome)
            {
                return No(outcome);
            }
            var isFirst = _options.FourEyes && before.FirstApprover is null;
            if (_options.FourEyes && by.UziNumber is null || before.FirstApprover is not null && before.FirstApprover == by.UziNumber)
            {
                return No(AccountOutcome.SameAdministrator);
            }
            var after = before with
            {
                Status = isFirst ? RequestStatus.Received : RequestStatus.Approved,
                FirstApprover = isFirst ? by.UziNumber : before.FirstApprover,
                PracticeAgb = approval.PracticeAgb,
                IsConfirmedPhysician = approval.IsConfirmedPhysician,
                Decided = isFirst ? null : _change.Now,
                Note = null,
            };
            await AccountRequestTable.UpdateAsync(transaction, after);
            var approved = RequestChange.Of(AuditEventType.AccountRequestApproved, AuditAction.Update, before, after);
            if (isFirst)
            {
                return (AccountOutcome.SecondApprovalNeeded, [approved]);
            }
            await AccountTable.InsertAsync(transaction, account, _change.Now);
            return (AccountOutcome.Done, [approved, AccountChange.OfAccount(AuditEventType.AccountAdded, AuditAction.Create, null, account)]);
        });
    }

    /// <summary>Refuses with a reason, which the applicant reads.</summary>
    public Task<AccountOutcome> RefuseAsync(string id, string reason, ChangedBy by) =>
        AnswerAsync(id, reason, by, AuditEventType.AccountRequestRefused, RequestStatus.Refused);

    /// <summary>Asks the applicant something; the answer comes as a new form.</summary>
    public Task<AccountOutcome> AskAsync(string id, string question, ChangedBy by) =>
        AnswerAsync(id, question, by, AuditEventType.AccountRequestQuestioned, RequestStatus.SupplementAsked);

    private Task<AccountOutcome> AnswerAsync(string id, string text, ChangedBy by, AuditEventType type, RequestStatus status) =>
        StepAsync(id, by, async (transaction, before) =>
        {
            if (AccountOffice.IsNoReason(text))
            {
                return No(AccountOutcome.ReasonMissing);
            }
            if (before.Status is not (RequestStatus.Received or RequestStatus.SupplementAsked))
            {
                return No(AccountOutcome.WrongState);
            }
            var after = before with
            {
                Status = status,
                Note = text.Trim(),
                FirstApprover = null,
                Decided = status == RequestStatus.Refused ? _change.Now : null,
            };
            await AccountRequestTable.UpdateAsync(transaction, after);
            return (AccountOutcome.Done, [RequestChange.Of(type, AuditAction.Update, before, after) with { Note = after.Note }]);
        });

    private Task<AccountOutcome> StepAsync(
        string id, ChangedBy by, Func<DbTransaction, AccountRequest, Task<(AccountOutcome, IReadOnlyList<AccountChange>)>> step)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _change.RunAsync(by, async transaction =>
            await AccountRequestTable.FindAsync(transaction.Connection!, transaction, id) switch
            {
                null => No(AccountOutcome.NotThere),
                var request when request.Data.UziNumber == by.UziNumber => No(AccountOutcome.OwnAccount),
                var request => await step(transaction, request),
            });
    }

    private Account ToAccount(AccountRequestData data, Approval approval) => new()
    {
        UziNumber = data.UziNumber,
        Name = data.Name,
        Role = data.Role,
        IsConfirmedPhysician = approval.IsConfirmedPhysician,
        Agb = data.Agb,
        PracticeAgb = approval.PracticeAgb,
        BigNumber = data.BigNumber,
        Practice = data.Practice,
        Email = data.Email,
        Phone = data.Phone,
        ConfirmedAt = _change.Now,
    };

    private static async Task<ReviewedRequest> ReviewAsync(DbConnection connection, AccountRequest request) =>
        new(request, request.Status is RequestStatus.Received or RequestStatus.SupplementAsked
            ? await AccountRequestTable.ConflictsAsync(connection, request)
            : []);

    private static (AccountOutcome, IReadOnlyList<AccountChange>) No(AccountOutcome outcome) => (outcome, []);
}
