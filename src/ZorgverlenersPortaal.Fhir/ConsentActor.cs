using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>With whom a directive was agreed, and in which role.</summary>
public sealed record ConsentActor(CodeableConcept? Role, FhirReference? Reference)
{
    internal static ConsentActor? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        CodeableConcept? role = null;
        FhirReference? reference = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "role": role = CodeableConcept.Read(ref r); break;
                case "reference": reference = FhirReference.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new ConsentActor(role, reference);
    }
}
