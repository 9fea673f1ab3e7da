using System.Data.Common;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>
/// The one way in which cases change: decided and written in one transaction that is committed only after its record is durable (R2).
/// The record carries all that a report is made of, so that the trail alone gives the same numbers.
/// </summary>
internal sealed class CaseRecording(Database database, AuditTrail trail, TimeProvider clock)
{
    public const string Subject = "case ";

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<DbConnection> OpenAsync(CancellationToken cancellation) => database.OpenAsync(cancellation);

    /// <summary>Without a record there is nothing to commit. Throws <see cref="AuditUnavailableException"/>, and then nothing changed.</summary>
    public async Task<T> RunAsync<T>(Func<DbTransaction, Task<(T Outcome, AuditRecord? Record)>> change)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        // From here until the end nobody else writes.
        await using var transaction = await database.BeginAsync(connection, CancellationToken.None);
        var (outcome, record) = await change(transaction);
        if (record is not null)
        {
            await trail.AppendAsync(record, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        return outcome;
    }

    /// <summary>The record of a step; who acts is null for the portal itself.</summary>
    public static AuditRecord Record(ReviewCase before, ReviewCase after, CaseMove move, CardVisit? visit) => Base(EventOf(move.Step), AuditAction.Update, before.Id, move.Time, visit) with
    {
        Changes =
        [
            new(CaseFields.Number, null, FormattableString.Invariant($"{move.Number}")),
            new(CaseFields.Step, null, move.Step.ToString()),
            new(CaseFields.State, move.Before.ToString(), move.After.ToString()),
            new(CaseFields.Due, Text(before.Due), Text(after.Due)),
            .. Optional(CaseFields.Verdict, move.Verdict?.ToString()),
            .. Optional(CaseFields.Minutes, move.Minutes is { } minutes ? FormattableString.Invariant($"{minutes}") : null),
            .. Optional(CaseFields.Words, CaseWords.Hash(move.Words)),
            .. Optional(CaseFields.Doctor, before.DoctorUzi),
        ],
    };

    /// <summary>The record of a new case.</summary>
    public static AuditRecord Opened(ReviewCase one, IEnumerable<FrozenRecord> evidence, CardVisit? visit) => Base(AuditEventType.CaseOpened, AuditAction.Create, one.Id, one.Opened, visit) with
    {
        Changes =
        [
            new(CaseFields.Origin, null, one.Origin.ToString()),
            new(CaseFields.Subject, null, one.Subject),
            new(CaseFields.State, null, one.State.ToString()),
            new(CaseFields.Due, null, Text(one.Due)),
            new(CaseFields.Doctor, null, one.DoctorUzi),
            .. Optional(CaseFields.Emergency, one.EmergencyId),
            .. one.Reasons.Select(reason => new AuditChange(CaseFields.Reason, null, IsCode(reason) ? reason : CaseWords.Hash(reason))),
            .. Frozen(evidence),
        ],
    };

    /// <summary>A record about a case that changes no state.</summary>
    public static AuditRecord Base(AuditEventType type, AuditAction action, string id, DateTimeOffset now, CardVisit? visit) =>
        (visit?.Acting(type, AuditOutcome.Success, now) ?? new() { Event = type, Action = action, Outcome = AuditOutcome.Success, Time = now, RequestId = Subject + id }) with
        {
            Action = action,
            Detail = Subject + id,
        };

    public static IEnumerable<AuditChange> Frozen(IEnumerable<FrozenRecord> evidence) =>
        evidence.Select(one => new AuditChange(CaseFields.Evidence, null, $"{one.Place} {one.Hash}"));

    private static AuditEventType EventOf(CaseStep step) => step switch
    {
        CaseStep.Ask => AuditEventType.CaseAsked,
        CaseStep.Answer or CaseStep.Account => AuditEventType.CaseExplained,
        CaseStep.Close => AuditEventType.CaseClosed,
        CaseStep.ProposeBreach => AuditEventType.CaseBreachProposed,
        CaseStep.AgreeBreach or CaseStep.RejectBreach => AuditEventType.CaseBreachDecided,
        CaseStep.Reopen => AuditEventType.CaseReopened,
    };

    /// <summary>A rule's code stands as it is; words may be clinical (R5).</summary>
    private static bool IsCode(string reason) => reason.Length <= 60 && reason.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or ':');

    private static IEnumerable<AuditChange> Optional(string field, string? value) => value is null ? [] : [new(field, null, value)];

    private static string? Text(DateTimeOffset? time) => time is { } known ? StoredValue.Of(known) : null;
}
