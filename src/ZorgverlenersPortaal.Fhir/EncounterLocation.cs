using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>Where the patient is, was or will be: status planned, active, reserved or completed.</summary>
public sealed record EncounterLocation(FhirReference? Location, string? Status, Period? Period)
{
    internal static EncounterLocation? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        FhirReference? location = null;
        string? status = null;
        Period? period = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "location": location = FhirReference.Read(ref r); break;
                case "status": status = r.Code(); break;
                case "period": period = Fhir.Period.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new EncounterLocation(location, status, period);
    }
}
