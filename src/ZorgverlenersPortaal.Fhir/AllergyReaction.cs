using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// One reaction seen; severity mild, moderate or severe. Published examples lack manifestations: an empty list is
/// possible.
/// </summary>
public sealed record AllergyReaction(IReadOnlyList<CodeableConcept> Manifestations, string? Severity, CodeableConcept? Substance)
{
    internal static AllergyReaction? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        IReadOnlyList<CodeableConcept> manifestations = [];
        string? severity = null;
        CodeableConcept? substance = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "manifestation": manifestations = r.List(CodeableConcept.Read); break;
                case "severity": severity = r.Code(); break;
                case "substance": substance = CodeableConcept.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new AllergyReaction(manifestations, severity, substance);
    }
}
