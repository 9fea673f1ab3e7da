using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A diagnosis, complaint or finding. A verification status "refuted" means that the patient does not have it.
/// </summary>
public sealed class Condition : Resource
{
    internal Condition()
        : base(nameof(Condition))
    {
    }

    public CodeableConcept? ClinicalStatus { get; private set; }

    public CodeableConcept? VerificationStatus { get; private set; }

    public IReadOnlyList<CodeableConcept> Categories { get; private set; } = [];

    public CodeableConcept? Code { get; private set; }

    public IReadOnlyList<CodeableConcept> BodySites { get; private set; } = [];

    public FhirReference? Subject { get; private set; }

    public TimeChoice? Onset { get; private set; }

    public TimeChoice? Abatement { get; private set; }

    public FhirDateTime? RecordedDate { get; private set; }

    public FhirReference? Recorder { get; private set; }

    public FhirReference? Asserter { get; private set; }

    public IReadOnlyList<Annotation> Notes { get; private set; } = [];

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(VerificationStatus);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "clinicalStatus": ClinicalStatus = r.Vital(ClinicalStatus, CodeableConcept.Read); break;
            case "verificationStatus": VerificationStatus = r.Vital(VerificationStatus, CodeableConcept.Read); break;
            case "category": Categories = r.List(CodeableConcept.Read); break;
            case "code": Code = CodeableConcept.Read(ref r); break;
            case "bodySite": BodySites = r.List(CodeableConcept.Read); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "recordedDate": RecordedDate = r.Date(); break;
            case "recorder": Recorder = FhirReference.Read(ref r); break;
            case "asserter": Asserter = FhirReference.Read(ref r); break;
            case "note": Notes = r.List(Annotation.Read); break;
            case ['o', 'n', 's', 'e', 't', ..]: Onset = TimeChoice.Read(ref r, "onset") ?? Onset; break;
            case ['a', 'b', 'a', 't', 'e', 'm', 'e', 'n', 't', ..]: Abatement = TimeChoice.Read(ref r, "abatement") ?? Abatement; break;
            default: r.Unread(); break;
        }
    }
}
