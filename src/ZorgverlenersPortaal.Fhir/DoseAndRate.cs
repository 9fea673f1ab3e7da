using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>How much at a time and how fast; exactly one of each pair or three at most.</summary>
public sealed record DoseAndRate
{
    /// <summary>calculated or ordered.</summary>
    public CodeableConcept? Type { get; private set; }

    public Quantity? Dose { get; private set; }

    public QuantityRange? DoseRange { get; private set; }

    public Quantity? Rate { get; private set; }

    public QuantityRange? RateRange { get; private set; }

    public Ratio? RateRatio { get; private set; }

    /// <inheritdoc cref="Dosage.HasMore"/>
    public bool HasMore { get; private set; }

    internal static DoseAndRate? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var part = new DoseAndRate();
        while (r.NextProperty())
        {
            part.ReadProperty(ref r);
        }
        return part;
    }

    private void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "type": Type = CodeableConcept.Read(ref r); break;
            case "doseQuantity": Dose = Quantity.Read(ref r); break;
            case "doseRange": DoseRange = QuantityRange.Read(ref r); break;
            case "rateQuantity": Rate = Quantity.Read(ref r); break;
            case "rateRange": RateRange = QuantityRange.Read(ref r); break;
            case "rateRatio": RateRatio = Ratio.Read(ref r); break;
            case "id": r.Unread(); break;
            default: HasMore = true; r.Unread(); break;
        }
    }
}
