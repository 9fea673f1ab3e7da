using System.Data.Common;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>
/// What officers do with a case. Who looked herself, or knows the patient or the doctor, does nothing; a breach and a judged case opened again need
/// two officers. Every method throws <see cref="AuditUnavailableException"/>, and then nothing changed.
/// </summary>
public sealed class CaseDesk
{
    private const int MostMinutes = 9999;

    private readonly CaseRecording _recording;
    private readonly ReviewOptions _options;

    internal CaseDesk(CaseRecording recording, ReviewOptions options) => (_recording, _options) = (recording, options);

    /// <summary>Takes one step.</summary>
    public Task<CaseOutcome> ActAsync(string id, CaseAct act, StaffVisit visit)
    {
        ArgumentNullException.ThrowIfNull(act);
        return RunAsync(id, visit, async (one, transaction) =>
        {
            var outcome = await JudgeAsync(one, act, visit, transaction);
            if (outcome != CaseOutcome.Done)
            {
                return (outcome, null);
            }
            var move = await MoveAsync(transaction, one, act.Step, _recording.Now, _options) with
            {
                ByUzi = visit.Member.UziNumber,
                ByName = visit.Member.Name,
                Words = CaseWords.Kept(act.Words),
                Verdict = act.Verdict,
                Minutes = CaseRules.Judges(act.Step) ? act.Minutes : null,
            };
            var after = After(one, move);
            await CaseTable.UpdateAsync(transaction, after, move);
            return (CaseOutcome.Done, CaseRecording.Record(one, after, move, visit));
        });
    }

    /// <summary>Takes the case in hand; also one that another officer has.</summary>
    public Task<CaseOutcome> TakeAsync(string id, StaffVisit visit) => RunAsync(id, visit, async (one, transaction) =>
    {
        if (CaseRules.IsFinal(one.State) || one.Owner == visit.Member.UziNumber)
        {
            return (CaseOutcome.WrongState, null);
        }
        await CaseTable.UpdateAsync(transaction, one with { Owner = visit.Member.UziNumber, OwnerName = visit.Member.Name }, null);
        return (CaseOutcome.Done, Assigned(one, visit, new AuditChange(CaseFields.Owner, one.Owner, visit.Member.UziNumber)));
    });

    /// <summary>Leaves the case to others, because she knows the patient or the doctor; it cannot be taken back.</summary>
    public Task<CaseOutcome> RecuseAsync(string id, StaffVisit visit) => RunAsync(id, visit, async (one, transaction) =>
    {
        await CaseTable.RecuseAsync(transaction, one.Id, visit.Member.UziNumber, _recording.Now);
        var isOwner = one.Owner == visit.Member.UziNumber;
        await CaseTable.UpdateAsync(transaction, isOwner ? one with { Owner = null, OwnerName = null } : one, null);
        return (CaseOutcome.Done, Assigned(one, visit, [new(CaseFields.Recused, null, visit.Member.UziNumber), .. isOwner ? [new AuditChange(CaseFields.Owner, one.Owner, null)] : Array.Empty<AuditChange>()]));
    });

    /// <summary>Why this officer may do nothing with the case, or null.</summary>
    internal static async Task<CaseOutcome?> ClosedAsync(ReviewCase one, StaffVisit visit, DbConnection connection, DbTransaction? transaction) =>
        one.DoctorUzi == visit.Member.UziNumber ? CaseOutcome.OwnLook
        : (await CaseTable.RecusedAsync(connection, transaction, one.Id)).Contains(visit.Member.UziNumber, StringComparer.Ordinal) ? CaseOutcome.Known
        : null;

    /// <summary>The next step of a case; throws InvalidOperationException for one that the rules do not know.</summary>
    internal static async Task<CaseMove> MoveAsync(DbTransaction transaction, ReviewCase one, CaseStep step, DateTimeOffset now, ReviewOptions options)
    {
        var next = CaseRules.Next(one.State, step) ?? throw new InvalidOperationException($"{one.Reference} is {one.State}: no {step}.");
        return new()
        {
            Number = await CaseTable.NextNumberAsync(transaction, one.Id),
            Time = now,
            Step = step,
            Before = one.State,
            After = next,
            Due = options.Due(next, now),
        };
    }

    /// <summary>The case as a step leaves it.</summary>
    internal static ReviewCase After(ReviewCase one, CaseMove move)
    {
        var moved = one with { State = move.After, Due = move.Due };
        return move.Step switch
        {
            CaseStep.Ask => moved with { Owner = move.ByUzi, OwnerName = move.ByName },
            CaseStep.Answer or CaseStep.Account => moved,
            CaseStep.Close or CaseStep.ProposeBreach => moved with { Owner = move.ByUzi, OwnerName = move.ByName, Judge = move.ByUzi, Seconder = null, Verdict = move.Verdict },
            CaseStep.AgreeBreach => moved with { Seconder = move.ByUzi },
            CaseStep.RejectBreach or CaseStep.Reopen => moved with { Owner = null, OwnerName = null, Judge = null, Seconder = null, Verdict = null },
        };
    }

    private static async Task<CaseOutcome> JudgeAsync(ReviewCase one, CaseAct act, StaffVisit visit, DbTransaction transaction)
    {
        var uzi = visit.Member.UziNumber;
        return act switch
        {
            { Step: CaseStep.Answer or CaseStep.Account } => CaseOutcome.WrongState,
            _ when CaseRules.Next(one.State, act.Step) is null => CaseOutcome.WrongState,
            _ when CaseRules.NeedsAnother(act.Step) && (one.Judge == uzi || one.Seconder == uzi) => CaseOutcome.SameOfficer,
            _ when !CaseRules.Fits(act.Step, act.Verdict) => CaseOutcome.VerdictMissing,
            _ when CaseWords.Kept(act.Words) is null => CaseOutcome.WordsWrong,
            _ when CaseRules.Judges(act.Step) && act.Minutes is not (>= 1 and <= MostMinutes) => CaseOutcome.MinutesWrong,
            { Step: CaseStep.Ask } when await AccountTable.FindAsync(transaction.Connection!, transaction, one.DoctorUzi, CancellationToken.None)
                is not { Function: AccountFunction.CareProvider, Status: AccountStatus.Active } => CaseOutcome.NoDoctor,
            _ => CaseOutcome.Done,
        };
    }

    private Task<CaseOutcome> RunAsync(string id, StaffVisit visit, Func<ReviewCase, DbTransaction, Task<(CaseOutcome, AuditRecord?)>> step)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ReviewCases.RequireOfficer(visit);
        return _recording.RunAsync(async transaction =>
            await CaseTable.FindAsync(transaction.Connection!, transaction, id) is not { } one ? (CaseOutcome.NotThere, null)
            : await ClosedAsync(one, visit, transaction.Connection!, transaction) is { } closed ? (closed, null)
            : await step(one, transaction));
    }

    private AuditRecord Assigned(ReviewCase one, StaffVisit visit, params IReadOnlyList<AuditChange> changes) =>
        CaseRecording.Base(AuditEventType.CaseAssigned, AuditAction.Update, one.Id, _recording.Now, visit) with { Changes = changes };
}
