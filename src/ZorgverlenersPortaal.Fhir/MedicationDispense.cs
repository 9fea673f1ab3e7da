using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A supply by the pharmacy, or its agreement on how the product is to be administered (MP9).</summary>
public sealed class MedicationDispense : MedicationRecord
{
    internal MedicationDispense()
        : base(nameof(MedicationDispense))
    {
    }

    public ConceptOrReference? StatusReason { get; private set; }

    public CodeableConcept? Category { get; private set; }

    public IReadOnlyList<FhirReference> Performers { get; private set; } = [];

    public Quantity? Quantity { get; private set; }

    public Quantity? DaysSupply { get; private set; }

    public FhirDateTime? WhenPrepared { get; private set; }

    public FhirDateTime? WhenHandedOver { get; private set; }

    /// <summary>When the agreement was made.</summary>
    public FhirDateTime? AgreedAt => Extensions?.AgreedAt;

    /// <summary>Why the agreement was changed or stopped.</summary>
    public CodeableConcept? AgreementReason => Extensions?.Reason;

    public DosageList? Dosages { get; private set; }

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "statusReasonCodeableConcept" or "statusReasonReference": StatusReason = ConceptOrReference.Read(ref r); break;
            case "category": Category = r.Vital(Category, CodeableConcept.Read); break;
            case "performer": Performers = r.List(MedicationActor.Read); break;
            case "quantity": Quantity = Fhir.Quantity.Read(ref r); break;
            case "daysSupply": DaysSupply = Fhir.Quantity.Read(ref r); break;
            case "whenPrepared": WhenPrepared = r.Date(); break;
            case "whenHandedOver": WhenHandedOver = r.Date(); break;
            case "dosageInstruction": Dosages = DosageList.Read(ref r, Dosages); break;
            default: base.ReadProperty(ref r); break;
        }
    }
}
