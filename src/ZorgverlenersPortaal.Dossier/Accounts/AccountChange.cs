using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>One change that is about to take effect, for the trail.</summary>
/// <param name="Event">What happens.</param>
/// <param name="Action">The kind of act.</param>
/// <param name="Subject">About what: <c>account 900021219</c> or <c>request 1f…</c>.</param>
/// <param name="Values">What changes.</param>
internal sealed record AccountChange(AuditEventType Event, AuditAction Action, string Subject, IReadOnlyList<AuditChange> Values)
{
    /// <summary>UZI numbers of the accounts whose open streams must notice; empty when nothing is under way for them.</summary>
    public IReadOnlyList<string> Wakes { get; init; } = [];

    /// <summary>Success unless this is the record of an attempt that failed.</summary>
    public AuditOutcome Outcome { get; init; } = AuditOutcome.Success;

    /// <summary>Reason or question in the words of who gave it.</summary>
    public string? Note { get; init; }

    /// <summary>The patient it is about, where it is about one.</summary>
    public IReadOnlyList<AuditPatient> Patients { get; init; } = [];

    /// <summary>A change of an account.</summary>
    public static AccountChange OfAccount(AuditEventType type, AuditAction action, Account? before, Account after) =>
        new(type, action, "account " + after.UziNumber, AccountDifference.Between(before, after)) { Wakes = [after.UziNumber] };
}
