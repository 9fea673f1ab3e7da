using System.Data.Common;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>
/// What the portal office does to accounts; recorded with before and after, and in force on every node at the next request
/// (R8). Every method throws <see cref="AuditUnavailableException"/>, and then nothing changed.
/// </summary>
public sealed class AccountOffice
{
    private const int LongestReason = 500;
    private readonly RecordedChange _change;
    private readonly AccountsOptions _options;

    internal AccountOffice(RecordedChange change, AccountsOptions options) => (_change, _options) = (change, options);

    /// <summary>Adds an account without a request, confirmed as of now. With four eyes only a command does that.</summary>
    public Task<AccountOutcome> AddAsync(Account account, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(by);
        return _change.RunAsync(by, async transaction =>
        {
            var added = account with { ConfirmedAt = account.ConfirmedAt == default ? _change.Now : account.ConfirmedAt, Generation = 0 };
            if (_options.FourEyes && by.UziNumber is not null)
            {
                return No(AccountOutcome.RequestNeeded);
            }
            if (await WhyNotAddAsync(transaction, added) is { } outcome)
            {
                return No(outcome);
            }
            await AccountTable.InsertAsync(transaction, added, _change.Now);
            return (AccountOutcome.Done, [AccountChange.OfAccount(AuditEventType.AccountAdded, AuditAction.Create, null, added)]);
        });
    }

    /// <summary>Blocks at once: no request succeeds after this on any node, and every session of the account is over.</summary>
    public Task<AccountOutcome> BlockAsync(string uziNumber, string reason, ChangedBy by) =>
        ChangeAsync(uziNumber, by, AuditEventType.AccountBlocked, reason, account => account.Status == AccountStatus.Blocked
            ? null
            : account with { Status = AccountStatus.Blocked, BlockReason = reason.Trim(), BlockedAt = _change.Now, Generation = account.Generation + 1 });

    /// <summary>Lets the account in again; its old sessions stay over.</summary>
    public Task<AccountOutcome> UnblockAsync(string uziNumber, string reason, ChangedBy by) =>
        ChangeAsync(uziNumber, by, AuditEventType.AccountUnblocked, reason, account => account.Status == AccountStatus.Active
            ? null
            : account with { Status = AccountStatus.Active, BlockReason = null, BlockedAt = null });

    /// <summary>The yearly confirmation: the office checked that the account is still right.</summary>
    public Task<AccountOutcome> ConfirmAsync(string uziNumber, ChangedBy by) =>
        ChangeAsync(uziNumber, by, AuditEventType.AccountConfirmed, null, account => account with { ConfirmedAt = _change.Now });

    /// <summary>Changes name, function, role, codes, practice or contact; what stays the same is no change.</summary>
    public Task<AccountOutcome> ChangeAsync(string uziNumber, AccountEdit edit, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return ChangeAsync(uziNumber, by, AuditEventType.AccountChanged, null, edit.Apply);
    }

    /// <summary>Why this account cannot be added, or null.</summary>
    internal static async Task<AccountOutcome?> WhyNotAddAsync(DbTransaction transaction, Account account) =>
        await AccountTable.FindAsync(transaction.Connection!, transaction, account.UziNumber, CancellationToken.None) is not null
            ? AccountOutcome.AlreadyThere
            : await WhyNotAsync(transaction, account);

    private Task<AccountOutcome> ChangeAsync(string uziNumber, ChangedBy by, AuditEventType type, string? reason, Func<Account, Account?> change)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _change.RunAsync(by, async transaction =>
        {
            if (by.UziNumber == uziNumber)
            {
                return No(AccountOutcome.OwnAccount);
            }
            if (reason is not null && IsNoReason(reason))
            {
                return No(AccountOutcome.ReasonMissing);
            }
            if (await AccountTable.FindAsync(transaction.Connection!, transaction, uziNumber, CancellationToken.None) is not { } before)
            {
                return No(AccountOutcome.NotThere);
            }
            if (change(before) is not { } after)
            {
                return No(AccountOutcome.WrongState);
            }
            if (after == before)
            {
                return No(AccountOutcome.Done);
            }
            // Keeping somebody out never waits for another account to be put right.
            if (after.Status == AccountStatus.Active && await WhyNotAsync(transaction, after) is { } outcome)
            {
                return No(outcome);
            }
            await AccountTable.UpdateAsync(transaction, after, _change.Now);
            return (AccountOutcome.Done, [AccountChange.OfAccount(type, AuditAction.Update, before, after) with { Note = reason?.Trim() }]);
        });
    }

    internal static bool IsNoReason(string? text) => string.IsNullOrWhiteSpace(text) || text.Trim().Length > LongestReason;

    private static async Task<AccountOutcome?> WhyNotAsync(DbTransaction transaction, Account account)
    {
        var fits = account.Function.IsStaff()
            ? account is { Role: null, Agb: null, PracticeAgb: null, IsPracticeManager: false, IsConfirmedPhysician: false, IsInTraining: false }
            : account.Role is not null && account is not ({ IsInTraining: true, IsConfirmedPhysician: true } or { IsPracticeManager: true, PracticeAgb: null });
        if (!fits)
        {
            return AccountOutcome.FunctionConflict;
        }
        return account.Agb is { } agb && await AccountTable.HolderOfAgbAsync(transaction, agb, account.UziNumber) is not null
            ? AccountOutcome.AgbInUse
            : null;
    }

    private static (AccountOutcome, IReadOnlyList<AccountChange>) No(AccountOutcome outcome) => (outcome, []);
}
