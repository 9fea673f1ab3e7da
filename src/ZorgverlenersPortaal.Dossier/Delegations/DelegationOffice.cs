using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>What the portal office does with delegations; recorded, and in force on every node at the next request (R8).</summary>
public sealed class DelegationOffice
{
    private readonly DelegationChanges _changes;

    internal DelegationOffice(DelegationChanges changes) => _changes = changes;

    /// <summary>
    /// Enters one for a doctor who gave her written word (the caller asked for that); approved by this, but still to be accepted.
    /// The fault when it may not be.
    /// </summary>
    public Task<DelegationFault?> AddAsync(string giverUzi, DelegationRequest request, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(by);
        return _changes.AddAsync(new(giverUzi, request, by.UziNumber ?? "command"), by);
    }

    /// <summary>Approves, where the hospital asks that.</summary>
    public Task<DelegationOutcome> ApproveAsync(string id, ChangedBy by) => StepAsync(id, DelegationStep.Approve, by);

    /// <summary>Refuses what was not approved yet.</summary>
    public Task<DelegationOutcome> RefuseAsync(string id, ChangedBy by) => StepAsync(id, DelegationStep.Refuse, by);

    /// <summary>Ends it at once.</summary>
    public Task<DelegationOutcome> EndAsync(string id, ChangedBy by) => StepAsync(id, DelegationStep.End, by);

    private Task<DelegationOutcome> StepAsync(string id, DelegationStep step, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(by);
        return _changes.StepAsync(id, step, DelegationSide.Office, by.UziNumber, by);
    }
}
