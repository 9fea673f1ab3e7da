using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// The decision of a directive: type permit (do) or deny (do not) for the treatments in Codes, until the end of Period.
/// </summary>
public sealed record ConsentProvision
{
    public string? Type { get; private set; }

    public Period? Period { get; private set; }

    public IReadOnlyList<CodeableConcept> Codes { get; private set; } = [];

    public IReadOnlyList<ConsentActor> Actors { get; private set; } = [];

    /// <summary>nl-core: why the directive ended.</summary>
    public string? ReasonForEnding { get; private set; }

    /// <summary>Drafts of nl-core hang "anders" on the type instead of on the Consent.</summary>
    internal string? SpecificationOther { get; private set; }

    internal static ConsentProvision? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var provision = new ConsentProvision();
        while (r.NextProperty())
        {
            provision.ReadProperty(ref r);
        }
        return provision;
    }

    private void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "type": Type = r.Vital(Type, Element.Code); break;
            case "_type": SpecificationOther = r.PrimitiveExtension(ExtensionUrls.SpecificationOther); break;
            case "period": Period = r.Vital(Period, Fhir.Period.Read); break;
            case "code": Codes = r.VitalList(Codes, CodeableConcept.Read); break;
            case "actor": Actors = r.List(ConsentActor.Read); break;
            case "extension": ReasonForEnding = r.ExtensionText(ExtensionUrls.ReasonForEnding); break;
            case "provision" or "action" or "purpose" or "class" or "dataPeriod" or "data" or "securityLabel":
                // Exceptions and conditions narrow the decision; we show none of them, so we must not show the decision
                // bare.
                r.Distrust("provision holds exceptions or conditions");
                r.Unread();
                break;
            default: r.Unread(); break;
        }
    }
}
