using System.Data.Common;
using System.Security.Cryptography;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>
/// The one way in which delegations change, for doctors and office alike: decided and written in one immediate transaction, so
/// that of two at once one wins; both are recorded. Every method throws <see cref="AuditUnavailableException"/>, and then nothing changed.
/// </summary>
internal sealed class DelegationChanges(RecordedChange change, DelegationReading reading, DelegationOptions options)
{
    private const int IdBytes = 8;

    /// <summary>Makes it; the fault when it may not be.</summary>
    public Task<DelegationFault?> AddAsync(DelegationDraft draft, ChangedBy by) => change.RunAsync<DelegationFault?>(by, async transaction =>
    {
        if (await FaultAsync(transaction, draft) is { } fault)
        {
            return (fault, [Refused("delegation of " + draft.GiverUzi, fault.ToString())]);
        }
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        await DelegationTable.InsertAsync(transaction, id, draft, reading.Now);
        return (null, [new(AuditEventType.DelegationGiven, AuditAction.Create, "delegation " + id, Values(draft))]);
    });

    /// <summary>One step of one delegation, by a person on one side of it.</summary>
    public Task<DelegationOutcome> StepAsync(string id, DelegationStep step, DelegationSide side, string? uziNumber, ChangedBy by) =>
        change.RunAsync<DelegationOutcome>(by, async transaction =>
        {
            if (!IsId(id))
            {
                return (DelegationOutcome.NotThere, []);
            }
            var found = await reading.FindAsync(transaction, id);
            var wakes = found is null ? [] : await ReceiversAsync(transaction, found);
            if (found is null || !IsOn(side, uziNumber, found, wakes))
            {
                return (DelegationOutcome.NotThere, [Refused("delegation " + id, $"{step}: {DelegationOutcome.NotThere}")]);
            }
            if (!Allows(step, side, found))
            {
                return (DelegationOutcome.WrongState, [Refused("delegation " + id, $"{step}: {DelegationOutcome.WrongState}")]);
            }
            // Of an end the trail keeps the side, of an acceptance or approval the database keeps the person.
            var isEnd = step is DelegationStep.End or DelegationStep.Refuse;
            await DelegationTable.SetAsync(transaction, id, step, reading.Now, isEnd ? side.ToString() : uziNumber ?? "command");
            return (DelegationOutcome.Done,
                [new(EventOf(step), AuditAction.Update, "delegation " + id, [new("giver", null, found.GiverUzi), new("side", null, side.ToString())]) { Wakes = [found.GiverUzi, .. wakes] }]);
        });

    /// <summary>May this step be made in this state? What has ended stays ended.</summary>
    private bool Allows(DelegationStep step, DelegationSide side, Delegation delegation)
    {
        var isOver = delegation.Ended is not null || reading.Now >= delegation.End;
        return !isOver && step switch
        {
            DelegationStep.Accept => side == DelegationSide.Receiver && delegation.Accepted is null,
            DelegationStep.Refuse => side == DelegationSide.Office ? options.OfficeApproves && delegation.Approved is null : side == DelegationSide.Receiver && delegation.Accepted is null,
            DelegationStep.Approve => side == DelegationSide.Office && delegation.Approved is null,
            DelegationStep.Reconfirm => side == DelegationSide.Giver && delegation.MayReconfirm,
            DelegationStep.End => true,
        };
    }

    private static bool IsOn(DelegationSide side, string? uziNumber, Delegation delegation, IReadOnlyList<string> receivers) => side switch
    {
        DelegationSide.Giver => delegation.GiverUzi == uziNumber,
        DelegationSide.Receiver => uziNumber is not null && receivers.Contains(uziNumber, StringComparer.Ordinal),
        DelegationSide.Office => true,
    };

    /// <summary>Who stands in at this moment: the one named, or the practice's doctors without the giver.</summary>
    private static async Task<IReadOnlyList<string>> ReceiversAsync(DbTransaction transaction, Delegation delegation) =>
        delegation.ReceiverPractice is { } practice
            ? [.. (await DelegationTable.MembersAsync(transaction, practice.Value)).Select(member => member.UziNumber).Where(uzi => uzi != delegation.GiverUzi)]
            : [delegation.ReceiverUzi!];

    private async Task<DelegationFault?> FaultAsync(DbTransaction transaction, DelegationDraft draft)
    {
        var giver = await AccountTable.FindAsync(transaction.Connection!, transaction, draft.GiverUzi, CancellationToken.None);
        if (giver is null || !reading.MayLook(giver))
        {
            return DelegationFault.GiverUnknown;
        }
        if (draft.Request.ReceiverUzi == draft.GiverUzi)
        {
            return DelegationFault.Self;
        }
        var receivers = await WhoReceiveAsync(transaction, draft.Request);
        if (!receivers.Any(one => one.UziNumber != draft.GiverUzi && reading.MayLook(one)))
        {
            return DelegationFault.ReceiverUnknown;
        }
        if (draft.Request.CoversPractice && !DelegationRules.MayHandOverPractice(giver, options))
        {
            return DelegationFault.Practice;
        }
        return await DelegationTable.OverlapsAsync(transaction, draft) ? DelegationFault.Overlap : null;
    }

    private static async Task<IReadOnlyList<Account>> WhoReceiveAsync(DbTransaction transaction, DelegationRequest request)
    {
        if (request.ReceiverPractice is { } practice)
        {
            return await DelegationTable.MembersAsync(transaction, practice.Value);
        }
        return await AccountTable.FindAsync(transaction.Connection!, transaction, request.ReceiverUzi ?? "", CancellationToken.None) is { } one ? [one] : [];
    }

    private static IReadOnlyList<AuditChange> Values(DelegationDraft draft) =>
    [
        .. new[]
        {
            new AuditChange("giver", null, draft.GiverUzi),
            new AuditChange("receiver", null, draft.Request.ReceiverUzi),
            new AuditChange("receiverPractice", null, draft.Request.ReceiverPractice?.Value),
            new AuditChange("firstDay", null, DelegationRow.Stored(draft.Request.FirstDay)),
            new AuditChange("lastDay", null, DelegationRow.Stored(draft.Request.LastDay)),
            new AuditChange("shifts", null, draft.Request.Shifts.IsAlways ? null : ShiftText.Write(draft.Request.Shifts)),
            new AuditChange("coversPractice", null, draft.Request.CoversPractice ? "yes" : null),
            new AuditChange("note", null, draft.Request.Note),
        }.Where(value => value.After is not null),
    ];

    private static AccountChange Refused(string subject, string reason) =>
        new(AuditEventType.DelegationChangeRefused, AuditAction.Update, subject, [new("reason", null, reason)]) { Outcome = AuditOutcome.Refused };

    private static AuditEventType EventOf(DelegationStep step) => step switch
    {
        DelegationStep.Accept => AuditEventType.DelegationAccepted,
        DelegationStep.Refuse => AuditEventType.DelegationRefused,
        DelegationStep.Approve => AuditEventType.DelegationApproved,
        DelegationStep.Reconfirm => AuditEventType.DelegationReconfirmed,
        DelegationStep.End => AuditEventType.DelegationEnded,
    };

    private static bool IsId(string id) => id.Length == IdBytes * 2 && id.All(char.IsAsciiHexDigitLower);
}
