using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>An allergy or intolerance; "no known allergies" is one too, by its code.</summary>
public sealed class AllergyIntolerance : Resource
{
    internal AllergyIntolerance()
        : base(nameof(AllergyIntolerance))
    {
    }

    public CodeableConcept? ClinicalStatus { get; private set; }

    public CodeableConcept? VerificationStatus { get; private set; }

    public IReadOnlyList<string> Categories { get; private set; } = [];

    /// <summary>low, high or unable-to-assess.</summary>
    public string? Criticality { get; private set; }

    public CodeableConcept? Code { get; private set; }

    public FhirReference? Patient { get; private set; }

    public TimeChoice? Onset { get; private set; }

    public FhirDateTime? RecordedDate { get; private set; }

    public FhirDateTime? LastOccurrence { get; private set; }

    public IReadOnlyList<AllergyReaction> Reactions { get; private set; } = [];

    public IReadOnlyList<Annotation> Notes { get; private set; } = [];

    public override FhirReference? PatientReference => Patient;

    public override bool IsEnteredInError => IsError(VerificationStatus);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "clinicalStatus": ClinicalStatus = r.Vital(ClinicalStatus, CodeableConcept.Read); break;
            case "verificationStatus": VerificationStatus = r.Vital(VerificationStatus, CodeableConcept.Read); break;
            case "category": Categories = r.List(Element.Code); break;
            case "criticality": Criticality = r.Vital(Criticality, Element.Code); break;
            case "code": Code = CodeableConcept.Read(ref r); break;
            case "patient": Patient = r.Vital(Patient, FhirReference.Read); break;
            case "recordedDate": RecordedDate = r.Date(); break;
            case "lastOccurrence": LastOccurrence = r.Date(); break;
            case "reaction": Reactions = r.List(AllergyReaction.Read); break;
            case "note": Notes = r.List(Annotation.Read); break;
            case ['o', 'n', 's', 'e', 't', ..]: Onset = TimeChoice.Read(ref r, "onset") ?? Onset; break;
            default: r.Unread(); break;
        }
    }
}
