using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A product given, or not given: status "not-done" says that it was not.</summary>
public sealed class MedicationAdministration : MedicationRecord
{
    internal MedicationAdministration()
        : base(nameof(MedicationAdministration))
    {
    }

    public IReadOnlyList<CodeableConcept> StatusReasons { get; private set; } = [];

    public CodeableConcept? Category { get; private set; }

    public TimeChoice? Effective { get; private set; }

    public IReadOnlyList<FhirReference> Performers { get; private set; } = [];

    public IReadOnlyList<CodeableConcept> ReasonCodes { get; private set; } = [];

    public AdministeredDosage? Dosage { get; private set; }

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "statusReason": StatusReasons = r.List(CodeableConcept.Read); break;
            case "category": Category = r.Vital(Category, CodeableConcept.Read); break;
            case ['e', 'f', 'f', 'e', 'c', 't', 'i', 'v', 'e', ..]:
                Effective = r.Vital(Effective, static (ref FhirReader inner) => TimeChoice.Read(ref inner, "effective"));
                break;
            case "performer": Performers = r.List(MedicationActor.Read); break;
            case "reasonCode": ReasonCodes = r.List(CodeableConcept.Read); break;
            case "dosage": Dosage = r.Vital(Dosage, AdministeredDosage.Read); break;
            default: base.ReadProperty(ref r); break;
        }
    }
}
