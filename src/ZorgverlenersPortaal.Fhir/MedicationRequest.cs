using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A prescription: an agreement, a request to supply or a dosing schedule, or a stop of one.</summary>
public sealed class MedicationRequest : MedicationRecord
{
    internal MedicationRequest()
        : base(nameof(MedicationRequest))
    {
    }

    /// <summary>proposal, plan, order, original-order, reflex-order, filler-order, instance-order or option.</summary>
    public string? Intent { get; private set; }

    /// <summary>It asks not to give it.</summary>
    public bool? DoNotPerform { get; private set; }

    public CodeableConcept? StatusReason { get; private set; }

    public IReadOnlyList<CodeableConcept> Categories { get; private set; } = [];

    public FhirReference? Encounter { get; private set; }

    public FhirDateTime? AuthoredOn { get; private set; }

    public FhirReference? Requester { get; private set; }

    public IReadOnlyList<CodeableConcept> ReasonCodes { get; private set; } = [];

    public IReadOnlyList<FhirReference> ReasonReferences { get; private set; } = [];

    public DosageList? Dosages { get; private set; }

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "intent": Intent = r.Vital(Intent, Element.Code); break;
            case "doNotPerform": DoNotPerform = r.VitalFlag(DoNotPerform); break;
            case "statusReason": StatusReason = CodeableConcept.Read(ref r); break;
            case "category": Categories = r.VitalList(Categories, CodeableConcept.Read); break;
            case "encounter": Encounter = FhirReference.Read(ref r); break;
            case "authoredOn": AuthoredOn = r.Date(); break;
            case "requester": Requester = FhirReference.Read(ref r); break;
            case "reasonCode": ReasonCodes = r.List(CodeableConcept.Read); break;
            case "reasonReference": ReasonReferences = r.List(FhirReference.Read); break;
            case "dosageInstruction": Dosages = DosageList.Read(ref r, Dosages); break;
            default: base.ReadProperty(ref r); break;
        }
    }
}
