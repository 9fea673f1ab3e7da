namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>The actor of a performer, lifted into its parent: what the performer did there is not shown.</summary>
internal static class MedicationActor
{
    internal static FhirReference? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        FhirReference? actor = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "actor": actor = FhirReference.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return actor ?? new FhirReference(null, null, null, null);
    }
}
