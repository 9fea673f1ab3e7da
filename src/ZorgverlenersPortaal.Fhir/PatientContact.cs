using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A contact of the patient: a person, or the organization on whose behalf that person acts.</summary>
public sealed record PatientContact(
    IReadOnlyList<CodeableConcept> Relationships, HumanName? Name, IReadOnlyList<ContactPoint> Telecom, FhirReference? Organization, Period? Period)
{
    internal static PatientContact? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        IReadOnlyList<CodeableConcept> relationships = [];
        HumanName? name = null;
        IReadOnlyList<ContactPoint> telecom = [];
        FhirReference? organization = null;
        Period? period = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "relationship": relationships = r.List(CodeableConcept.Read); break;
                case "name": name = HumanName.Read(ref r); break;
                case "telecom": telecom = r.List(ContactPoint.Read); break;
                case "organization": organization = FhirReference.Read(ref r); break;
                case "period": period = Fhir.Period.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new PatientContact(relationships, name, telecom, organization, period);
    }
}
