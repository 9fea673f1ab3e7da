using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A number in a naming system. The value is as written: Epic sends leading spaces, others drop leading zeros.
/// </summary>
public sealed record Identifier(string? System, string? Value, string? Use)
{
    /// <summary>Why there is no value; "masked" for a hidden BSN.</summary>
    public string? ValueAbsentReason { get; private init; }

    /// <summary>When the number was or is in use.</summary>
    public Period? Period { get; private init; }

    internal static Identifier? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? system = null, value = null, use = null, absentReason = null;
        Period? period = null;
        var isUseKnown = true;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "system": system = r.Code(); break;
                case "value": value = r.OwnText(); break;
                case "_value": absentReason = r.AbsentReason(); break;
                case "use": use = r.Vital(use, Element.Code); isUseKnown &= use is not null; break;
                case "period": period = r.Vital(period, Fhir.Period.Read); isUseKnown &= period is not null; break;
                default: r.Unread(); break;
            }
        }
        // "use" is a modifier (old, temp): when it or the period cannot be read, the number is not taken as current.
        return isUseKnown ? new Identifier(system, value, use) { ValueAbsentReason = absentReason, Period = period } : null;
    }
}
