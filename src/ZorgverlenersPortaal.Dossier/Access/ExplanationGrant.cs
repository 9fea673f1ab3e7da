using System.Collections.Frozen;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// The right of an officer's review to ask what explains the looks of a period: who the patients are that the trail says were looked at, and
/// which contacts they had (R1). The trail is read through the grant; a patient counts once one of its records showed her. No section of a
/// record takes it.
/// </summary>
public sealed partial class ExplanationGrant : EpdGrant
{
    /// <summary>Acts that showed a doctor something of one patient.</summary>
    private static readonly FrozenSet<AuditEventType> _shown =
    [
        AuditEventType.PatientOpened, AuditEventType.SectionShown, AuditEventType.LetterOpened, AuditEventType.RecordPrinted, AuditEventType.LettersSearched,
        AuditEventType.PastShown, AuditEventType.BsnShown, AuditEventType.EmergencyOpened, AuditEventType.EmergencyExtended,
    ];

    private readonly Uri _base;
    private readonly IEnumerable<StoredAuditRecord> _records;
    private readonly HashSet<string> _patients = new(StringComparer.Ordinal);

    private ExplanationGrant(StaffVisit visit, IEnumerable<StoredAuditRecord> records, Uri baseAddress) : base(visit.SessionReference, visit.RequestId) =>
        (Visit, _records, _base) = (visit, records, baseAddress);

    /// <summary>Which officer.</summary>
    public StaffVisit Visit { get; }

    /// <summary>The records of the period, newest first, read as they are asked for.</summary>
    public IEnumerable<StoredAuditRecord> Records
    {
        get
        {
            foreach (var stored in _records)
            {
                if (stored.Record is { Outcome: AuditOutcome.Success, Patients: [{ EpdId.Length: > 0 } patient] } && _shown.Contains(stored.Record.Event))
                {
                    _patients.Add(patient.EpdId);
                }
                yield return stored;
            }
        }
    }

    /// <summary>Not shared with another request: what it allows grows while it is used.</summary>
    internal override string Scope => "explanations " + RequestId;

    internal override bool Allows(EpdQuery query) => query.Id is null && query.Type switch
    {
        "Patient" => query.Parameters is [("_id", var ids)] && AreProven(ids),
        "Encounter" or "Appointment" or "DocumentReference" => query["date"] is not null && query["patient"] is { } ids && AreProven(ids),
        "ServiceRequest" => query["authored"] is not null && query["patient"] is { } ids && AreProven(ids),
        _ => false,
    };

    internal override Coverage Judge(Resource resource) => CoveredIf(Subjects.Of(resource, _base) is { } patient && _patients.Contains(patient));

    private bool AreProven(string ids) => ids.Split(',').All(_patients.Contains);
}
