using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.TreatmentRelations;

/// <summary>
/// The right to find out whether a doctor treats a patient: the Patient, its general practitioners and the search for a
/// second record by BSN. Yields a decision, never data.
/// </summary>
internal sealed partial class RelationProbe : EpdGrant
{
    private string _patientId;
    private readonly Uri _base;
    private Bsn? _bsn;

    private RelationProbe(string patientId, Uri baseAddress, string session, string requestId) : base(session, requestId) => (_patientId, _base) = (patientId, baseAddress);

    internal override string Scope => $"relation {_patientId}";

    internal override bool Allows(EpdQuery query) => query switch
    {
        { Type: "Patient", Id: { } id } => id == _patientId,
        { Type: "Patient", Id: null } => _bsn is not null && query.Parameters.Count == 1
            && query["identifier"] == NamingSystems.BsnToken(_bsn),
        { Type: "CareTeam" or "Consent", Id: null } => query["patient"] == _patientId,
        { Id: not null } => IsDirectoryType(query.Type),
        _ => false,
    };

    internal override Coverage Judge(Resource resource) => CoveredIf(resource switch
    {
        Patient patient => patient.Id == _patientId || (_bsn is not null && NamingSystems.BsnOf(patient) == _bsn),
        CareTeam or Consent => Subjects.Of(resource, _base) == _patientId,
        _ => IsDirectoryType(resource.ResourceType),
    });
}
