using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>Who vouches for a document; mode is personal, professional, legal or official.</summary>
public sealed record CompositionAttester(string? Mode, FhirDateTime? Time, FhirReference? Party)
{
    internal static CompositionAttester? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? mode = null;
        FhirDateTime? time = null;
        FhirReference? party = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "mode": mode = r.Code(); break;
                case "time": time = r.Date(); break;
                case "party": party = FhirReference.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new CompositionAttester(mode, time, party);
    }
}
