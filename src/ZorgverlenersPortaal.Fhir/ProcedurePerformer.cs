using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>Who did it, and as what (surgeon, anaesthetist, ...).</summary>
public sealed record ProcedurePerformer(CodeableConcept? Function, FhirReference? Actor)
{
    internal static ProcedurePerformer? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        CodeableConcept? function = null;
        FhirReference? actor = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "function": function = CodeableConcept.Read(ref r); break;
                case "actor": actor = FhirReference.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new ProcedurePerformer(function, actor);
    }
}
