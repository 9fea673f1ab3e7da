using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>An operation or other procedure. Status "not-done" means that it did not take place.</summary>
public sealed class Procedure : Resource
{
    internal Procedure()
        : base(nameof(Procedure))
    {
    }

    /// <summary>preparation, in-progress, not-done, on-hold, stopped, completed, entered-in-error or unknown.</summary>
    public string? Status { get; private set; }

    public CodeableConcept? StatusReason { get; private set; }

    public CodeableConcept? Category { get; private set; }

    public CodeableConcept? Code { get; private set; }

    public FhirReference? Subject { get; private set; }

    public FhirReference? Encounter { get; private set; }

    public TimeChoice? Performed { get; private set; }

    public IReadOnlyList<ProcedurePerformer> Performers { get; private set; } = [];

    public FhirReference? Location { get; private set; }

    public IReadOnlyList<CodeableConcept> ReasonCodes { get; private set; } = [];

    /// <summary>Each with its laterality (nl-core): the wrong side must not be read, so a malformed site refuses the whole.</summary>
    public IReadOnlyList<CodeableConcept> BodySites { get; private set; } = [];

    public CodeableConcept? Outcome { get; private set; }

    public IReadOnlyList<CodeableConcept> Complications { get; private set; } = [];

    public IReadOnlyList<CodeableConcept> FollowUps { get; private set; } = [];

    public IReadOnlyList<Annotation> Notes { get; private set; } = [];

    public IReadOnlyList<FhirReference> PartOf { get; private set; } = [];

    public IReadOnlyList<FhirReference> BasedOn { get; private set; } = [];

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "statusReason": StatusReason = CodeableConcept.Read(ref r); break;
            case "category": Category = CodeableConcept.Read(ref r); break;
            case "code": Code = CodeableConcept.Read(ref r); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "encounter": Encounter = FhirReference.Read(ref r); break;
            case "performer": Performers = r.List(ProcedurePerformer.Read); break;
            case "location": Location = FhirReference.Read(ref r); break;
            case "reasonCode": ReasonCodes = r.List(CodeableConcept.Read); break;
            case "bodySite": BodySites = r.VitalList(BodySites, CodeableConcept.Read); break;
            case "outcome": Outcome = CodeableConcept.Read(ref r); break;
            case "complication": Complications = r.List(CodeableConcept.Read); break;
            case "followUp": FollowUps = r.List(CodeableConcept.Read); break;
            case "note": Notes = r.List(Annotation.Read); break;
            case "partOf": PartOf = r.List(FhirReference.Read); break;
            case "basedOn": BasedOn = r.List(FhirReference.Read); break;
            case ['p', 'e', 'r', 'f', 'o', 'r', 'm', 'e', 'd', ..]: Performed = TimeChoice.Read(ref r, "performed") ?? Performed; break;
            default: r.Unread(); break;
        }
    }
}
