namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>The extensions of a CodeableConcept that are shown with it.</summary>
internal sealed record ConceptExtensions(string? AbsentReason, string? FurtherSpecification, CodeableConcept? Laterality)
{
    internal static ConceptExtensions? Read(ref FhirReader r)
    {
        if (!r.BeginList())
        {
            return null;
        }
        string? absentReason = null, further = null;
        CodeableConcept? laterality = null;
        while (r.NextExtension())
        {
            switch (r.Name)
            {
                case ExtensionUrls.DataAbsentReason: absentReason = r.ExtensionText(); break;
                case ExtensionUrls.FurtherSpecification: further = r.ExtensionText(); break;
                case ExtensionUrls.Laterality: laterality = r.ExtensionValue("valueCodeableConcept", CodeableConcept.Read); break;
                default: r.Unread(); break;
            }
        }
        return absentReason is null && further is null && laterality is null
            ? null
            : new ConceptExtensions(absentReason, further, laterality);
    }
}
