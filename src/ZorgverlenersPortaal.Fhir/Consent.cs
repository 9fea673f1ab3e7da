using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A treatment directive (behandelaanwijzing) or advance directive (wilsverklaring) of nl-core, or another consent.
/// </summary>
public sealed class Consent : Resource
{
    private string? _specificationOther;

    internal Consent()
        : base(nameof(Consent))
    {
    }

    public string? Status { get; private set; }

    public CodeableConcept? Scope { get; private set; }

    public IReadOnlyList<CodeableConcept> Categories { get; private set; } = [];

    public FhirReference? Patient { get; private set; }

    /// <summary>When it was last discussed.</summary>
    public FhirDateTime? DateTime { get; private set; }

    public string? DateTimeAbsentReason { get; private set; }

    public FhirReference? SourceReference { get; private set; }

    /// <summary>The rule it starts from, where it refers to one.</summary>
    public CodeableConcept? PolicyRule { get; private set; }

    public ConsentProvision? Provision { get; private set; }

    /// <summary>
    /// "Anders": this text overrules the provision's type and must be shown (nl-core-TreatmentDirective2).
    /// </summary>
    public string? SpecificationOther => _specificationOther ?? Provision?.SpecificationOther;

    /// <summary>nl-core: limits such as "geldt tot aan ontslag"; to be shown with the decision.</summary>
    public string? Comment { get; private set; }

    public override FhirReference? PatientReference => Patient;

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "scope": Scope = r.Vital(Scope, CodeableConcept.Read); break;
            case "category": Categories = r.VitalList(Categories, CodeableConcept.Read); break;
            case "patient": Patient = r.Vital(Patient, FhirReference.Read); break;
            case "dateTime": DateTime = r.Date(); break;
            case "_dateTime": DateTimeAbsentReason = r.AbsentReason(); break;
            case "sourceReference": SourceReference = FhirReference.Read(ref r); break;
            case "policyRule": PolicyRule = r.Vital(PolicyRule, CodeableConcept.Read); break;
            case "provision": Provision = r.Vital(Provision, ConsentProvision.Read); break;
            case "extension": Comment = r.VitalExtension(ExtensionUrls.Comment); break;
            default: r.Unread(); break;
        }
    }

    internal override bool ReadModifier(ref FhirReader r)
    {
        if (r.Name is not ExtensionUrls.SpecificationOther)
        {
            return false;
        }
        var text = r.ExtensionText();
        if (text is null)
        {
            r.Distrust("SpecificationOther has no text");
        }
        // The profile allows more than one; none may be lost.
        _specificationOther = _specificationOther is null ? text : $"{_specificationOther}\n{text}";
        return true;
    }
}
