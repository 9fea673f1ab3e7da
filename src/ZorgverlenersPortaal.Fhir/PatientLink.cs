using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>Another record of the same person: type replaced-by, replaces, refer or seealso.</summary>
public sealed record PatientLink(FhirReference? Other, string? Type)
{
    internal static PatientLink? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        FhirReference? other = null;
        string? type = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "other": other = FhirReference.Read(ref r); break;
                case "type": type = r.Code(); break;
                default: r.Unread(); break;
            }
        }
        return new PatientLink(other, type);
    }
}
