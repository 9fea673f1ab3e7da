using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A number with unit. Value is the written digits (1.50 stays 1.50); comparator (&lt;, &gt;=, ...) changes its meaning
/// and is always shown (R11).
/// </summary>
public sealed record Quantity(string? Value, string? Comparator, string? Unit, string? System, string? Code)
{
    internal static Quantity? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? value = null, comparator = null, unit = null, system = null, code = null;
        var isComparatorKnown = true;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "value": value = r.Number(); break;
                case "comparator": comparator = r.Vital(comparator, Element.Code); isComparatorKnown &= comparator is not null; break;
                case "unit": unit = r.Text(); break;
                case "system": system = r.Code(); break;
                case "code": code = r.Code(); break;
                default: r.Unread(); break;
            }
        }
        return isComparatorKnown ? new Quantity(value, comparator, unit, system, code) : null;
    }
}
