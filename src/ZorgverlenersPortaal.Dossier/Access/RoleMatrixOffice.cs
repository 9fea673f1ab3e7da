using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// Changes the matrix with four eyes: one administrator proposes, another approves, always. Recorded with every cell before and
/// after. Every method throws <see cref="AuditUnavailableException"/>, and then nothing changed.
/// </summary>
public sealed class RoleMatrixOffice
{
    private const int MostYearsAhead = 2;

    private readonly RecordedChange _change;
    private readonly RoleMatrix _matrix;

    internal RoleMatrixOffice(RecordedChange change, RoleMatrix matrix) => (_change, _matrix) = (change, matrix);

    /// <summary>Proposes a version; nothing is in force by it.</summary>
    public Task<RoleMatrixOutcome> ProposeAsync(RoleMatrixProposal proposal, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return StepAsync(by, versions =>
        {
            var before = _matrix.Latest(versions);
            var (cells, _) = RoleMatrixCells.Make(proposal.Open);
            var effective = Periods.StartOf(proposal.Day);
            var outcome = proposal switch
            {
                _ when by.UziNumber is null => RoleMatrixOutcome.SameAdministrator,
                _ when versions.Any(version => version.Status == RoleMatrixStatus.Proposed) => RoleMatrixOutcome.AlreadyProposed,
                _ when proposal.BasedOn != before.Number => RoleMatrixOutcome.WrongState,
                _ when cells is null => RoleMatrixOutcome.DirectivesWithheld,
                _ when !cells.Differences(before.Cells).Any() => RoleMatrixOutcome.NothingChanged,
                _ when !IsInTime(proposal.Day, before) => RoleMatrixOutcome.WrongDay,
                _ when AccountOffice.IsNoReason(proposal.Reason) => RoleMatrixOutcome.ReasonMissing,
                _ => RoleMatrixOutcome.Done,
            };
            return (outcome, outcome != RoleMatrixOutcome.Done ? null : new()
            {
                Number = versions.Select(version => version.Number).Append(RoleMatrixVersion.BuiltIn).Max() + 1,
                Cells = cells!,
                Effective = effective,
                Status = RoleMatrixStatus.Proposed,
                Reason = proposal.Reason.Trim(),
                Proposed = _change.Now,
                Proposer = by.UziNumber,
                ProposerName = by.Actor.Name,
            });
        }, AuditEventType.RoleMatrixProposed);
    }

    /// <summary>Approves the proposal with this number; it holds from its day, or from now when that has come already.</summary>
    public Task<RoleMatrixOutcome> ApproveAsync(int number, ChangedBy by) => DecideAsync(number, by, AuditEventType.RoleMatrixApproved, version =>
        by.UziNumber is null || by.UziNumber == version.Proposer
            ? (RoleMatrixOutcome.SameAdministrator, null)
            : (RoleMatrixOutcome.Done, version with
            {
                Status = RoleMatrixStatus.Approved,
                Effective = version.Effective > _change.Now ? version.Effective : _change.Now,
            }));

    /// <summary>Refuses the proposal of another, or withdraws the own.</summary>
    public Task<RoleMatrixOutcome> RejectAsync(int number, string reason, ChangedBy by) => DecideAsync(number, by, AuditEventType.RoleMatrixRejected, version =>
        AccountOffice.IsNoReason(reason)
            ? (RoleMatrixOutcome.ReasonMissing, null)
            : (RoleMatrixOutcome.Done, version with { Status = RoleMatrixStatus.Rejected, Note = reason.Trim() }));

    private Task<RoleMatrixOutcome> DecideAsync(
        int number, ChangedBy by, AuditEventType type, Func<RoleMatrixVersion, (RoleMatrixOutcome, RoleMatrixVersion?)> decide) =>
        StepAsync(by, versions => versions.FirstOrDefault(version => version.Number == number) switch
        {
            null => (RoleMatrixOutcome.NotThere, null),
            { Status: not RoleMatrixStatus.Proposed } => (RoleMatrixOutcome.WrongState, null),
            var version when decide(version) is (RoleMatrixOutcome.Done, { } after) =>
                (RoleMatrixOutcome.Done, after with { Decided = _change.Now, Decider = by.UziNumber, DeciderName = by.Actor.Name }),
            var version => decide(version),
        }, type);

    private Task<RoleMatrixOutcome> StepAsync(
        ChangedBy by, Func<IReadOnlyList<RoleMatrixVersion>, (RoleMatrixOutcome, RoleMatrixVersion?)> step, AuditEventType type)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _change.RunAsync<RoleMatrixOutcome>(by, async transaction =>
        {
            var versions = RoleMatrixTable.List(transaction.Connection!, transaction);
            var (outcome, after) = step(versions);
            if (after is null)
            {
                return (outcome, []);
            }
            var isNew = after.Status == RoleMatrixStatus.Proposed;
            await (isNew ? RoleMatrixTable.InsertAsync(transaction, after) : RoleMatrixTable.UpdateAsync(transaction, after));
            return (outcome, [Change(type, isNew, _matrix.Latest(versions), after)]);
        });
    }

    private static AccountChange Change(AuditEventType type, bool isNew, RoleMatrixVersion before, RoleMatrixVersion after) => new(
        type,
        isNew ? AuditAction.Create : AuditAction.Update,
        string.Create(CultureInfo.InvariantCulture, $"role matrix {after.Number}"),
        [
            new("status", isNew ? null : nameof(RoleMatrixStatus.Proposed), after.Status.ToString()),
            new("effective", null, after.Effective.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            .. after.Cells.Differences(before.Cells).Select(cell => new AuditChange(cell.ToString(), Word(before, cell), Word(after, cell))),
        ])
    {
        Note = after.Note ?? after.Reason,
    };

    private static string Word(RoleMatrixVersion version, RoleMatrixCell cell) => version.Cells.IsOpen(cell) ? "open" : "closed";

    private bool IsInTime(DateOnly day, RoleMatrixVersion before)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_change.Now, Periods.Zone).DateTime);
        return day >= today && day <= today.AddYears(MostYearsAhead) && (before.Effective <= _change.Now || Periods.StartOf(day) > before.Effective);
    }
}
