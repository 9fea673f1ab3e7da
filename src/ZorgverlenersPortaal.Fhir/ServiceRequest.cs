using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// An order, plan or referral. Only intent order is a plan that stands; with DoNotPerform it asks not to do it.
/// </summary>
public sealed class ServiceRequest : Resource
{
    internal ServiceRequest()
        : base(nameof(ServiceRequest))
    {
    }

    /// <summary>draft, active, on-hold, revoked, completed, entered-in-error or unknown.</summary>
    public string? Status { get; private set; }

    /// <summary>proposal, plan, directive, order, original-order, reflex-order, filler-order, instance-order or option.</summary>
    public string? Intent { get; private set; }

    public bool? DoNotPerform { get; private set; }

    public IReadOnlyList<CodeableConcept> Categories { get; private set; } = [];

    public CodeableConcept? Code { get; private set; }

    public string? Priority { get; private set; }

    public FhirReference? Subject { get; private set; }

    public FhirReference? Encounter { get; private set; }

    /// <summary>When it is to be done; null also for a schedule, see <see cref="IsRecurring"/>.</summary>
    public TimeChoice? Occurrence { get; private set; }

    /// <summary>To be done on a schedule, which is not read.</summary>
    public bool IsRecurring { get; private set; }

    public FhirDateTime? AuthoredOn { get; private set; }

    public FhirReference? Requester { get; private set; }

    public CodeableConcept? PerformerType { get; private set; }

    public IReadOnlyList<FhirReference> Performers { get; private set; } = [];

    public IReadOnlyList<CodeableConcept> ReasonCodes { get; private set; } = [];

    /// <inheritdoc cref="Procedure.BodySites"/>
    public IReadOnlyList<CodeableConcept> BodySites { get; private set; } = [];

    /// <summary>Of a referral: its letter.</summary>
    public IReadOnlyList<FhirReference> SupportingInfo { get; private set; } = [];

    public IReadOnlyList<Annotation> Notes { get; private set; } = [];

    public string? PatientInstruction { get; private set; }

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "intent": Intent = r.Vital(Intent, Element.Code); break;
            case "doNotPerform": DoNotPerform = r.VitalFlag(DoNotPerform); break;
            case "category": Categories = r.List(CodeableConcept.Read); break;
            case "code": Code = CodeableConcept.Read(ref r); break;
            case "priority": Priority = r.Code(); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "encounter": Encounter = FhirReference.Read(ref r); break;
            case "authoredOn": AuthoredOn = r.Date(); break;
            case "requester": Requester = FhirReference.Read(ref r); break;
            case "performerType": PerformerType = CodeableConcept.Read(ref r); break;
            case "performer": Performers = r.List(FhirReference.Read); break;
            case "reasonCode": ReasonCodes = r.List(CodeableConcept.Read); break;
            case "bodySite": BodySites = r.VitalList(BodySites, CodeableConcept.Read); break;
            case "supportingInfo": SupportingInfo = r.List(FhirReference.Read); break;
            case "note": Notes = r.List(Annotation.Read); break;
            case "patientInstruction": PatientInstruction = r.OwnText(); break;
            case ['o', 'c', 'c', 'u', 'r', 'r', 'e', 'n', 'c', 'e', ..]: ReadOccurrence(ref r); break;
            default: r.Unread(); break;
        }
    }

    private void ReadOccurrence(ref FhirReader r)
    {
        if (r.Name is "occurrenceTiming")
        {
            IsRecurring = true;
            Element.PassOver(ref r);
            return;
        }
        Occurrence = TimeChoice.Read(ref r, "occurrence") ?? Occurrence;
    }
}
