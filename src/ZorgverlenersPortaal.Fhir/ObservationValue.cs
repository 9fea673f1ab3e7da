using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// value[x] of an observation: at most one of these is filled, and none for SampledData, a curve that is not shown.
/// Numbers keep their written digits (R11).
/// </summary>
public sealed record ObservationValue
{
    private readonly object? _value;

    private ObservationValue(object? value) => _value = value;

    public Quantity? Quantity => _value as Quantity;

    public CodeableConcept? Concept => _value as CodeableConcept;

    /// <summary>A string, an integer or a time of day, as written; empty where a server sends "" for none.</summary>
    public string? Text => _value as string;

    public bool? Flag => _value as bool?;

    public QuantityRange? Range => _value as QuantityRange;

    public Ratio? Ratio => _value as Ratio;

    public FhirDateTime? DateTime => _value as FhirDateTime;

    public Period? Period => _value as Period;

    /// <summary>There is a value, but of a kind that is not shown.</summary>
    public bool IsCurve => _value is null;

    /// <summary>
    /// Reads the property the reader stands on, such as "valueQuantity"; null for a kind that R4 does not have.
    /// </summary>
    internal static ObservationValue? Read(ref FhirReader r)
    {
        if (r.Name is "valueSampledData")
        {
            r.Unread();
            return new ObservationValue(value: null);
        }
        return ReadValue(ref r) is { } value ? new ObservationValue(value) : null;
    }

    private static object? ReadValue(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "valueQuantity": return Quantity.Read(ref r);
            case "valueCodeableConcept": return CodeableConcept.Read(ref r);
            case "valueString": return r.OwnText() ?? "";
            case "valueBoolean": return r.Flag();
            case "valueInteger": return r.Number();
            case "valueRange": return QuantityRange.Read(ref r);
            case "valueRatio": return Ratio.Read(ref r);
            case "valueTime": return r.Text();
            case "valueDateTime": return r.Date();
            case "valuePeriod": return Fhir.Period.Read(ref r);
            default: r.Unread(); return null;
        }
    }
}
