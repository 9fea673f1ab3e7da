using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>What the patient uses, by her own word or another's. Status "not-taken" says that she does not.</summary>
public sealed class MedicationStatement : MedicationRecord
{
    internal MedicationStatement()
        : base(nameof(MedicationStatement))
    {
    }

    public IReadOnlyList<CodeableConcept> StatusReasons { get; private set; } = [];

    public CodeableConcept? Category { get; private set; }

    public TimeChoice? Effective { get; private set; }

    public FhirDateTime? DateAsserted { get; private set; }

    public FhirReference? InformationSource { get; private set; }

    public FhirReference? Prescriber => Extensions?.Prescriber;

    public IReadOnlyList<CodeableConcept> ReasonCodes { get; private set; } = [];

    public IReadOnlyList<FhirReference> ReasonReferences { get; private set; } = [];

    public DosageList? Dosages { get; private set; }

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "statusReason": StatusReasons = r.List(CodeableConcept.Read); break;
            case "category": Category = r.Vital(Category, CodeableConcept.Read); break;
            case ['e', 'f', 'f', 'e', 'c', 't', 'i', 'v', 'e', ..]:
                Effective = r.Vital(Effective, static (ref FhirReader inner) => TimeChoice.Read(ref inner, "effective"));
                break;
            case "dateAsserted": DateAsserted = r.Date(); break;
            case "informationSource": InformationSource = FhirReference.Read(ref r); break;
            case "reasonCode": ReasonCodes = r.List(CodeableConcept.Read); break;
            case "reasonReference": ReasonReferences = r.List(FhirReference.Read); break;
            case "dosage": Dosages = DosageList.Read(ref r, Dosages); break;
            default: base.ReadProperty(ref r); break;
        }
    }
}
