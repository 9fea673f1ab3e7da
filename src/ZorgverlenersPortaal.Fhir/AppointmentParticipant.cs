using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>Who or what takes part: person, place or the patient; status is accepted, declined, tentative or needs-action.</summary>
public sealed record AppointmentParticipant(FhirReference? Actor, string? Status)
{
    internal static AppointmentParticipant? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        FhirReference? actor = null;
        string? status = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "actor": actor = FhirReference.Read(ref r); break;
                case "status": status = r.Code(); break;
                default: r.Unread(); break;
            }
        }
        return new AppointmentParticipant(actor, status);
    }
}
