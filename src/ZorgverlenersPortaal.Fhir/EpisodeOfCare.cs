using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A stretch of care for one problem, by one organization; its contacts are Encounters.</summary>
public sealed class EpisodeOfCare : Resource
{
    internal EpisodeOfCare()
        : base(nameof(EpisodeOfCare))
    {
    }

    public string? Status { get; private set; }

    /// <summary>nl-core: what the episode is called.</summary>
    public string? Name { get; private set; }

    public IReadOnlyList<CodeableConcept> Types { get; private set; } = [];

    public IReadOnlyList<FhirReference> Diagnoses { get; private set; } = [];

    public FhirReference? Patient { get; private set; }

    public FhirReference? ManagingOrganization { get; private set; }

    public Period? Period { get; private set; }

    public FhirReference? CareManager { get; private set; }

    public override FhirReference? PatientReference => Patient;

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "extension": Name = r.ExtensionText(ExtensionUrls.EpisodeName); break;
            case "type": Types = r.List(CodeableConcept.Read); break;
            case "diagnosis": Diagnoses = r.List(Element.Diagnosis); break;
            case "patient": Patient = r.Vital(Patient, FhirReference.Read); break;
            case "managingOrganization": ManagingOrganization = FhirReference.Read(ref r); break;
            case "period": Period = r.Vital(Period, Fhir.Period.Read); break;
            case "careManager": CareManager = FhirReference.Read(ref r); break;
            default: r.Unread(); break;
        }
    }
}
