using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Blocking one's own account without the card, by UZI number and personal block code: lost, stolen, or seen in other hands.</summary>
public sealed class SelfBlock
{
    /// <summary>The reason that stands with the account; Dutch, for the office.</summary>
    private const string Reason = "Geblokkeerd met de persoonlijke blokkeercode";
    private const int MostPerAddress = 10;
    private const int MostPerNumber = 10;
    private static readonly TimeSpan _addressWindow = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan _numberWindow = TimeSpan.FromHours(1);
    private readonly RecordedChange _change;
    private readonly AccountRegister _register;
    private readonly AttemptLimits _limits;

    internal SelfBlock(RecordedChange change, AccountRegister register, AttemptLimits limits) =>
        (_change, _register, _limits) = (change, register, limits);

    /// <summary>
    /// Blocks when the code is right, recorded either way. The same look-ups are made whether or not there is such an account.
    /// An account that is blocked already stays as the office blocked it, and the doctor is told that it is blocked.
    /// </summary>
    public async Task<SelfBlockOutcome> TryAsync(string? uziNumber, string? code, Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var uzi = AccountRequestCheck.Digits(uziNumber) is { } digits && AccountRequestCheck.UziFault(digits) is null ? digits : "000000000";
        if (!await _limits.AllowsAsync("self-block-address", caller.Address, MostPerAddress, _addressWindow, cancellation)
            || !await _limits.AllowsAsync("self-block-number", uzi, MostPerNumber, _numberWindow, cancellation))
        {
            return SelfBlockOutcome.TooManyAttempts;
        }
        var isRight = SecretCode.Equal(await _register.FindBlockCodeAsync(uzi, cancellation), BlockCodes.Hash(uzi, code));
        return await _change.RunAsync<SelfBlockOutcome>(ChangedBy.Stranger(caller), async transaction =>
        {
            var before = await AccountTable.FindAsync(transaction.Connection!, transaction, uzi, CancellationToken.None);
            if (before is null || !isRight)
            {
                return (SelfBlockOutcome.NotBlocked,
                    [new(AuditEventType.SelfBlockRefused, AuditAction.Update, "account " + uzi, []) { Outcome = AuditOutcome.Refused }]);
            }
            var after = before.Status == AccountStatus.Blocked
                ? before
                : before with { Status = AccountStatus.Blocked, BlockReason = Reason, BlockedAt = _change.Now, Generation = before.Generation + 1 };
            await AccountTable.UpdateAsync(transaction, after, _change.Now);
            return (SelfBlockOutcome.Blocked, [AccountChange.OfAccount(AuditEventType.AccountBlocked, AuditAction.Update, before, after)]);
        });
    }
}
