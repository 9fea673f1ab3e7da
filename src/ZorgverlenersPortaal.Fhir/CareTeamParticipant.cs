using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A member of a care team: a person or organization, in which roles, for whom, and when.</summary>
public sealed record CareTeamParticipant(IReadOnlyList<CodeableConcept> Roles, FhirReference? Member, FhirReference? OnBehalfOf, Period? Period)
{
    internal static CareTeamParticipant? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        IReadOnlyList<CodeableConcept> roles = [];
        FhirReference? member = null, onBehalfOf = null;
        Period? period = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "role": roles = r.List(CodeableConcept.Read); break;
                case "member": member = FhirReference.Read(ref r); break;
                case "onBehalfOf": onBehalfOf = FhirReference.Read(ref r); break;
                case "period": period = Fhir.Period.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new CareTeamParticipant(roles, member, onBehalfOf, period);
    }
}
