using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>What a document does to another one: code replaces, transforms, signs or appends. A Composition calls the target targetReference.</summary>
public sealed record DocumentRelation(string? Code, FhirReference? Target)
{
    internal static DocumentRelation? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? code = null;
        FhirReference? target = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "code": code = r.Code(); break;
                case "target" or "targetReference": target = FhirReference.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new DocumentRelation(code, target);
    }
}
