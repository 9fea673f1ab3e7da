using System.Collections.Frozen;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The right to read one patient's record in one request (R1). Only its <see cref="Decider"/> can make one.</summary>
public sealed partial class PatientGrant : EpdGrant
{
    private readonly Uri _base;

    private PatientGrant(Visit visit, AccessDecision decision, Patient patient, Uri baseAddress) : base(visit.SessionReference, visit.RequestId)
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

    /// <summary>The EPD has no BSN of this person, or calls it temporary.</summary>
    public bool HasUnverifiedBsn { get; private init; }

    /// <summary>Another record of this person exists.</summary>
    public bool HasSecondRecord { get; private init; }

    /// <summary>The Patient the decision was made on: the same answer is shown, so nothing is asked twice.</summary>
    internal Patient Patient { get; }

    /// <summary>
    /// The Consents the decision was made on, each proven to be this patient's; null when the decision did not ask the EPD for them,
    /// or got no whole answer: then they are asked again. The directives are shown of the same answer (R7: no label closes those).
    /// </summary>
    internal EpdAnswer? Consents { get; private init; }

    /// <summary>The parts of the record it opens; the role matrix narrows them, never below directives and allergies (R7).</summary>
    public IReadOnlySet<DossierCategory> Categories { get; private init; } = Enum.GetValues<DossierCategory>().ToFrozenSet();

    internal override string Scope => field ??= $"patient {PatientId} {string.Join(',', Categories.Order())}";

    internal override bool Allows(EpdQuery query) =>
        query.Id is null
            ? (IsNamed(query.Type) && IsAboutPatient(query)) || (IsNobodys(query.Type) && query.Parameters is [("_id", _)])
            : IsNobodys(query.Type) || (query.Type is "DocumentReference" or "DiagnosticReport" && IsNamed(query.Type));

    internal override bool AllowsPast(EpdQuery query) => query.IsHistory && HasPast(query.Type) && IsNamed(query.Type);

    internal override bool Closes(EpdQuery query) => CategoriesOf(query.Type) is { Length: > 0 } && !IsNamed(query.Type);

    internal override Coverage Judge(Resource resource) =>
        CoveredIf(IsNobodys(resource.ResourceType) || Subjects.Of(resource, _base) == PatientId);

    /// <summary>Types whose history the page of the past reads.</summary>
    private static bool HasPast(string type) =>
        type is "Consent" or "Encounter" or "Condition" or "AllergyIntolerance" or "MedicationRequest" or "MedicationStatement" or "MedicationDispense";

    /// <summary>Types that belong to no patient: doctors, wards, and the products that medication points at.</summary>
    private static bool IsNobodys(string type) => IsDirectoryType(type) || type is "Medication";

    /// <summary>Default deny: a type that belongs to no category is not asked for.</summary>
    private bool IsNamed(string type) => CategoriesOf(type).Any(Categories.Contains);

    private static DossierCategory[] CategoriesOf(string type) => type switch
    {
        "Encounter" => [DossierCategory.Admission],
        "Consent" => [DossierCategory.TreatmentDirectives],
        "Condition" => [DossierCategory.Diagnoses],
        "AllergyIntolerance" => [DossierCategory.Allergies],
        "DocumentReference" => [DossierCategory.Letters, DossierCategory.ConclusionAndPolicy],
        "Composition" => [DossierCategory.ConclusionAndPolicy],
        "Appointment" or "Procedure" or "ServiceRequest" or "EpisodeOfCare" => [DossierCategory.CareMoments],
        "MedicationRequest" or "MedicationStatement" or "MedicationDispense" or "MedicationAdministration" => [DossierCategory.Medication],
        "Observation" or "DiagnosticReport" or "Specimen" => [DossierCategory.Results],
        "Flag" => [DossierCategory.Alerts],
        "CareTeam" or "RelatedPerson" => [DossierCategory.CareTeam],
        _ => [],
    };

    private bool IsAboutPatient(EpdQuery query) =>
        query.Parameters.Where(p => p.Name.Split(':')[0] is "patient" or "subject").ToList() is [("patient", var id)] && id == PatientId;
}
