using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>Where an officer asks to see again what a record of the trail says was shown.</summary>
public sealed class ReviewDesk
{
    private readonly ReviewGrant.Decider _decider;

    internal ReviewDesk(ReviewGrant.Decider decider) => _decider = decider;

    /// <summary>
    /// The record, and the grant to read what it names; without a grant it shows nothing of one patient, and that is recorded. No record:
    /// there is none. Throws <see cref="AuditUnavailableException"/> when the trail cannot be read or written.
    /// </summary>
    public Task<(StoredAuditRecord? Seen, ReviewGrant? Grant)> OpenAsync(StaffVisit visit, AuditPlaceAsked asked, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(asked);
        return _decider.DecideAsync(visit, asked, reason, cancellation);
    }
}
