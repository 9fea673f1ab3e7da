using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A part of an observation with a value of its own; it has no status or time but the observation's.</summary>
public sealed record ObservationComponent
{
    public CodeableConcept? Code { get; private set; }

    public ObservationValue? Value { get; private set; }

    public string? ValueAbsentReason { get; private set; }

    public CodeableConcept? DataAbsentReason { get; private set; }

    public IReadOnlyList<CodeableConcept> Interpretations { get; private set; } = [];

    public IReadOnlyList<ReferenceRange> ReferenceRanges { get; private set; } = [];

    internal static ObservationComponent? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var component = new ObservationComponent();
        while (r.NextProperty())
        {
            component.ReadProperty(ref r);
        }
        return component;
    }

    private void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "code": Code = r.Vital(Code, CodeableConcept.Read); break;
            case "dataAbsentReason": DataAbsentReason = r.Vital(DataAbsentReason, CodeableConcept.Read); break;
            case "interpretation": Interpretations = r.VitalList(Interpretations, CodeableConcept.Read); break;
            case "referenceRange": ReferenceRanges = r.VitalList(ReferenceRanges, ReferenceRange.Read); break;
            case ['v', 'a', 'l', 'u', 'e', ..]: Value = r.Vital(Value, ObservationValue.Read); break;
            case ['_', 'v', 'a', 'l', 'u', 'e', ..]: ValueAbsentReason = r.AbsentReason() ?? ValueAbsentReason; break;
            default: r.Unread(); break;
        }
    }
}
