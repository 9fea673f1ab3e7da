using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>FHIR's medication[x], statusReason[x] and the like: a concept, or a reference to what is meant.</summary>
public sealed record ConceptOrReference
{
    private readonly object _value;

    private ConceptOrReference(object value) => _value = value;

    public CodeableConcept? Concept => _value as CodeableConcept;

    public FhirReference? Reference => _value as FhirReference;

    /// <summary>Reads the property the reader stands on, by the kind at the end of its name.</summary>
    internal static ConceptOrReference? Read(ref FhirReader r)
    {
        object? value = r.Name.EndsWith("Reference") ? FhirReference.Read(ref r) : CodeableConcept.Read(ref r);
        return value is null ? null : new ConceptOrReference(value);
    }
}
