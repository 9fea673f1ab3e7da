using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>One part of a product, with how much of it there is.</summary>
public sealed record MedicationIngredient(ConceptOrReference? Item, Ratio? Strength)
{
    internal static MedicationIngredient? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        ConceptOrReference? item = null;
        Ratio? strength = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "itemCodeableConcept" or "itemReference": item = r.Vital(item, ConceptOrReference.Read); break;
                case "strength": strength = r.Vital(strength, Ratio.Read); break;
                default: r.Unread(); break;
            }
        }
        return new MedicationIngredient(item, strength);
    }
}
