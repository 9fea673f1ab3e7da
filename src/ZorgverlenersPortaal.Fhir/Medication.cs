using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A product that prescriptions, supplies and administrations point at. It belongs to no patient.</summary>
public sealed class Medication : Resource
{
    internal Medication()
        : base(nameof(Medication))
    {
    }

    /// <summary>active, inactive or entered-in-error.</summary>
    public string? Status { get; private set; }

    public CodeableConcept? Code { get; private set; }

    public CodeableConcept? Form { get; private set; }

    /// <summary>What it is made of, for a preparation that has no code.</summary>
    public IReadOnlyList<MedicationIngredient> Ingredients { get; private set; } = [];

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "code": Code = r.Vital(Code, CodeableConcept.Read); break;
            case "form": Form = CodeableConcept.Read(ref r); break;
            case "ingredient": Ingredients = r.VitalList(Ingredients, MedicationIngredient.Read); break;
            default: r.Unread(); break;
        }
    }
}
