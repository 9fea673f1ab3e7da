namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>The primitive readers in the shape that lists and vital properties ask for.</summary>
internal static class Element
{
    internal static string? Text(ref FhirReader r) => r.Text();

    internal static string? Code(ref FhirReader r) => r.Code();

    internal static string? Id(ref FhirReader r) => r.Id();

    internal static FhirDateTime? Date(ref FhirReader r) => r.Date();

    /// <summary>Nothing of an object but a modifierExtension in it, which counts (R10).</summary>
    internal static void PassOver(ref FhirReader r)
    {
        if (r.BeginObject())
        {
            while (r.NextProperty())
            {
                r.Unread();
            }
        }
    }

    /// <summary>The Condition that a diagnosis of an Encounter or EpisodeOfCare points at; its role and rank are not shown.</summary>
    internal static FhirReference? Diagnosis(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        FhirReference? condition = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "condition": condition = FhirReference.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return condition;
    }
}
