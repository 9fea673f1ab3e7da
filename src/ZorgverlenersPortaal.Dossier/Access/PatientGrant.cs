using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The right to read one patient's record in one request (R1). Only its <see cref="Decider"/> can make one.</summary>
public sealed partial class PatientGrant : EpdGrant
{
    private readonly Uri _base;

    private PatientGrant(Visit visit, AccessDecision decision, Patient patient, Uri baseAddress) : base(visit.RequestId)
    {
        Visit = visit;
        Decision = decision;
        Patient = patient;
        _base = baseAddress;
    }

    /// <summary>Who looks.</summary>
    public Visit Visit { get; }

    /// <summary>Why.</summary>
    public AccessDecision Decision { get; }

    /// <summary>The patient's id at the EPD.</summary>
    public string PatientId => Patient.Id!;

    /// <summary>Another record of this person exists, or that could not be asked: the banner never says "geen" (R7).</summary>
    public bool MayMissDirectives { get; private init; }

    /// <summary>Another record of this person exists.</summary>
    public bool HasSecondRecord { get; private init; }

    /// <summary>The Patient the decision was made on: the same answer is shown, so nothing is asked twice.</summary>
    internal Patient Patient { get; }

    internal override bool Allows(EpdQuery query) =>
        query.Id is null
            ? IsAboutPatient(query) || (query.Type == "Location" && query.Parameters is [("_id", _)])
            : IsDirectoryType(query.Type) || query.Type is "DocumentReference";

    internal override Coverage Judge(Resource resource) =>
        CoveredIf(IsDirectoryType(resource.ResourceType) || Subjects.Of(resource, _base) == PatientId);

    private bool IsAboutPatient(EpdQuery query) =>
        query.Parameters.Where(p => p.Name.Split(':')[0] is "patient" or "subject").ToList() is [("patient", var id)] && id == PatientId;
}
