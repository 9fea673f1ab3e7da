using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>FHIR's Range: from low to high, either may be missing.</summary>
public sealed record QuantityRange(Quantity? Low, Quantity? High)
{
    internal static QuantityRange? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        Quantity? low = null, high = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "low": low = Quantity.Read(ref r); break;
                case "high": high = Quantity.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new QuantityRange(low, high);
    }
}
