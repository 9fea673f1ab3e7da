using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>One code of one code system; system is a URI.</summary>
public sealed record Coding(string? System, string? Code, string? Display)
{
    internal static Coding? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? system = null, code = null, display = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "system": system = r.Code(); break;
                case "code": code = r.Code(); break;
                case "display": display = r.Text(); break;
                default: r.Unread(); break;
            }
        }
        return new Coding(system, code, display);
    }
}
