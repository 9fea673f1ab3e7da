using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// Who takes part, in which roles (ATND behandelaar, RESP hoofdbehandelaar, REF verwijzer, ...), and when.
/// </summary>
public sealed record EncounterParticipant(IReadOnlyList<CodeableConcept> Types, FhirReference? Individual, Period? Period)
{
    internal static EncounterParticipant? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        IReadOnlyList<CodeableConcept> types = [];
        FhirReference? individual = null;
        Period? period = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "type": types = r.List(CodeableConcept.Read); break;
                case "individual": individual = FhirReference.Read(ref r); break;
                case "period": period = Fhir.Period.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new EncounterParticipant(types, individual, period);
    }
}
