using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>
/// What a doctor does with delegations; recorded, and in force on every node at the next request (R8). Every method throws
/// AuditUnavailableException, and then nothing changed.
/// </summary>
public sealed class DelegationDesk
{
    private readonly DelegationChanges _changes;

    internal DelegationDesk(DelegationChanges changes) => _changes = changes;

    /// <summary>Hands her patients to somebody; the caller asked for the card once more (docs/adr/0015). The fault when it may not be.</summary>
    public Task<DelegationFault?> GiveAsync(DelegationRequest request, Visit visit)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(visit);
        return _changes.AddAsync(new(visit.Provider.UziNumber, request, null), ChangedBy.Doctor(visit));
    }

    /// <summary>Accepts for herself, or for her practice.</summary>
    public Task<DelegationOutcome> AcceptAsync(string id, Visit visit) => StepAsync(id, DelegationStep.Accept, DelegationSide.Receiver, visit);

    /// <summary>Refuses what was not accepted yet.</summary>
    public Task<DelegationOutcome> RefuseAsync(string id, Visit visit) => StepAsync(id, DelegationStep.Refuse, DelegationSide.Receiver, visit);

    /// <summary>Confirms once more what she gave.</summary>
    public Task<DelegationOutcome> ReconfirmAsync(string id, Visit visit) => StepAsync(id, DelegationStep.Reconfirm, DelegationSide.Giver, visit);

    /// <summary>Ends what she gave or got, at once.</summary>
    public Task<DelegationOutcome> EndAsync(string id, bool asGiver, Visit visit) =>
        StepAsync(id, DelegationStep.End, asGiver ? DelegationSide.Giver : DelegationSide.Receiver, visit);

    private Task<DelegationOutcome> StepAsync(string id, DelegationStep step, DelegationSide side, Visit visit)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(visit);
        return _changes.StepAsync(id, step, side, visit.Provider.UziNumber, ChangedBy.Doctor(visit));
    }
}
