using System.Security.Cryptography;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>
/// The applicant's side: ask for an account and follow the request, without signing in. It answers the same whether or not the
/// portal knows the numbers (R16), and only so often per address.
/// </summary>
public sealed class AccountRequests
{
    private const string ReferenceSalt = "account-request";
    private const int MostRequests = 20;
    private const int MostLooks = 30;
    private static readonly TimeSpan _requestWindow = TimeSpan.FromHours(1);
    private static readonly TimeSpan _lookWindow = TimeSpan.FromMinutes(15);
    private readonly RecordedChange _change;
    private readonly Database _database;
    private readonly AttemptLimits _limits;

    internal AccountRequests(RecordedChange change, Database database, AttemptLimits limits) =>
        (_change, _database, _limits) = (change, database, limits);

    /// <summary>Takes in a request without faults. Somebody in training is refused here, recorded and not kept.</summary>
    public async Task<RequestReceipt> SubmitAsync(AccountRequestForm form, Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!await _limits.AllowsAsync("account-request", caller.Address, MostRequests, _requestWindow, cancellation))
        {
            return new(null, [], IsTooMany: true);
        }
        var (data, faults) = AccountRequestCheck.Read(form);
        if (data is null)
        {
            await RecordTraineeAsync(form, faults, caller);
            return new(null, faults);
        }
        var reference = SecretCode.Create();
        var request = new AccountRequest
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            Data = data,
            Received = _change.Now,
            Status = RequestStatus.Received,
        };
        await _change.RunAsync<bool>(ChangedBy.Stranger(caller), async transaction =>
        {
            await AccountRequestTable.InsertAsync(transaction, request, SecretCode.Hash(ReferenceSalt, reference));
            return (true, [RequestChange.Of(AuditEventType.AccountRequested, AuditAction.Create, null, request)]);
        });
        return new(reference, []);
    }

    /// <summary>How far the request of this reference is.</summary>
    public async Task<RequestProgress> ProgressAsync(string? reference, Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!await MayLookAsync(caller, cancellation))
        {
            return new(true, null, null, null, false);
        }
        await using var connection = await _database.OpenAsync(cancellation);
        var request = await AccountRequestTable.FindByReferenceAsync(connection, null, SecretCode.Hash(ReferenceSalt, reference));
        return new(false, request?.Status, request?.Received, request?.Note, request is { Status: RequestStatus.Approved, IsBlockCodeShown: false });
    }

    /// <summary>Answers the office's question with a whole new form; the request is then new to both administrators.</summary>
    public async Task<RequestReceipt> SupplementAsync(string? reference, AccountRequestForm form, Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!await MayLookAsync(caller, cancellation))
        {
            return new(null, [], IsTooMany: true);
        }
        var (data, faults) = AccountRequestCheck.Read(form);
        if (data is null)
        {
            await RecordTraineeAsync(form, faults, caller);
            return new(null, faults);
        }
        var isTaken = await _change.RunAsync<bool>(ChangedBy.Stranger(caller), async transaction =>
        {
            var before = await AccountRequestTable.FindByReferenceAsync(
                transaction.Connection!, transaction, SecretCode.Hash(ReferenceSalt, reference));
            if (before is not { Status: RequestStatus.SupplementAsked })
            {
                return (false, []);
            }
            var after = before with { Data = data, Received = _change.Now, Status = RequestStatus.Received, FirstApprover = null };
            await AccountRequestTable.UpdateAsync(transaction, after);
            return (true, [RequestChange.Of(AuditEventType.AccountRequestSupplemented, AuditAction.Update, before, after)]);
        });
        return new(isTaken ? reference : null, []);
    }

    /// <summary>The personal block code of an approved request: once, to who holds the reference. Null when it is not to be had.</summary>
    public async Task<string?> TakeBlockCodeAsync(string? reference, Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!await MayLookAsync(caller, cancellation))
        {
            return null;
        }
        var code = SecretCode.Create();
        return await _change.RunAsync<string?>(ChangedBy.Stranger(caller), async transaction =>
        {
            var request = await AccountRequestTable.FindByReferenceAsync(
                transaction.Connection!, transaction, SecretCode.Hash(ReferenceSalt, reference));
            if (request is not { Status: RequestStatus.Approved, IsBlockCodeShown: false })
            {
                return (null, []);
            }
            await AccountRequestTable.UpdateAsync(transaction, request with { IsBlockCodeShown = true });
            return (code, [await BlockCodes.SetAsync(transaction, request.Data.UziNumber, code)]);
        });
    }

    private Task<bool> MayLookAsync(Caller caller, CancellationToken cancellation) =>
        _limits.AllowsAsync("account-request-look", caller.Address, MostLooks, _lookWindow, cancellation);

    /// <summary>Who first says "in training" and then does not must be seen by the office.</summary>
    private async Task RecordTraineeAsync(AccountRequestForm form, IReadOnlyList<RequestFault> faults, Caller caller)
    {
        var uzi = AccountRequestCheck.Digits(form.UziNumber);
        if (faults.Contains(RequestFault.InTraining) && AccountRequestCheck.UziFault(uzi) is null)
        {
            await _change.RunAsync<bool>(ChangedBy.Stranger(caller), _ => Task.FromResult<(bool, IReadOnlyList<AccountChange>)>(
                (true, [new(AuditEventType.AccountRequestRefused, AuditAction.Create, "account " + uzi, []) { Outcome = AuditOutcome.Refused, Note = nameof(RequestFault.InTraining) }])));
        }
    }
}
