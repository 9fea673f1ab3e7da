using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>Two quantities that belong together, such as a titre 1:64; either may be missing.</summary>
public sealed record Ratio(Quantity? Numerator, Quantity? Denominator)
{
    internal static Ratio? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        Quantity? numerator = null, denominator = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "numerator": numerator = Quantity.Read(ref r); break;
                case "denominator": denominator = Quantity.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new Ratio(numerator, denominator);
    }
}
