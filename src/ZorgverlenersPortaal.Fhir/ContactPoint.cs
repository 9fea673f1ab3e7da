using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A phone number, e-mail address and the like; system is phone, email, fax, ...; use may be "old".</summary>
public sealed record ContactPoint(string? System, string? Value, string? Use)
{
    internal static ContactPoint? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? system = null, value = null, use = null;
        var isUseKnown = true;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "system": system = r.Code(); break;
                case "value": value = r.Text(); break;
                case "use": use = r.Vital(use, Element.Code); isUseKnown &= use is not null; break;
                default: r.Unread(); break;
            }
        }
        // "use" is a modifier: what may be an old number is not shown as a current one.
        return isUseKnown ? new ContactPoint(system, value, use) : null;
    }
}
