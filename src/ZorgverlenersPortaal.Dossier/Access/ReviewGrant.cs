using System.Collections.Frozen;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// The right of an officer to read again the very versions that one record of the trail names, and nothing else (R1). It is no
/// <see cref="PatientGrant"/>: no section of a record takes it, no search and no read of what is now is allowed by it.
/// </summary>
public sealed partial class ReviewGrant : EpdGrant
{
    /// <summary>Acts that showed a doctor something of one patient. What a refusal or an incident names was never shown.</summary>
    private static readonly FrozenSet<AuditEventType> _shown =
        [AuditEventType.PatientOpened, AuditEventType.SectionShown, AuditEventType.LetterOpened, AuditEventType.LettersSearched, AuditEventType.PastShown];

    private readonly Uri _base;
    private readonly FrozenSet<string> _listed;

    private ReviewGrant(StaffVisit visit, StoredAuditRecord seen, AuditDecision decision, Uri baseAddress) : base(visit.SessionReference, visit.RequestId)
    {
        (Visit, Seen, Decision, _base) = (visit, seen, decision, baseAddress);
        _listed = seen.Record.Resources.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Which officer.</summary>
    public StaffVisit Visit { get; }

    /// <summary>The record she looks at.</summary>
    public StoredAuditRecord Seen { get; }

    /// <summary>Why, for the trail.</summary>
    internal AuditDecision Decision { get; }

    internal override string Scope => $"review {Seen.Node}/{Seen.Sequence}";

    /// <summary>Does this record say what a doctor was shown of one patient?</summary>
    public static bool IsPossible(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record is { Outcome: AuditOutcome.Success, Patients: [{ EpdId.Length: > 0 }], Resources.Count: > 0 } && _shown.Contains(record.Event);
    }

    internal override bool Allows(EpdQuery query) => false;

    internal override bool AllowsPast(EpdQuery query) => query.Version is { } version && _listed.Contains($"{query.Type}/{query.Id}/{version}");

    internal override Coverage Judge(Resource resource) =>
        CoveredIf(IsDirectoryType(resource.ResourceType) || resource is Medication || Subjects.Of(resource, _base) == Seen.Record.Patients[0].EpdId);
}
