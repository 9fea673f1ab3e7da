using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>Someone of the patient's own: a contact person, relative or legal representative.</summary>
public sealed class RelatedPerson : Resource
{
    internal RelatedPerson()
        : base(nameof(RelatedPerson))
    {
    }

    public bool? Active { get; private set; }

    public FhirReference? Patient { get; private set; }

    /// <summary>nl-core: role (first contact, representative, ...) and relation (partner, daughter, ...), in this one list.</summary>
    public IReadOnlyList<CodeableConcept> Relationships { get; private set; } = [];

    public IReadOnlyList<HumanName> Names { get; private set; } = [];

    public IReadOnlyList<ContactPoint> Telecom { get; private set; } = [];

    public IReadOnlyList<Address> Addresses { get; private set; } = [];

    /// <summary>How long this person is who they are to the patient.</summary>
    public Period? Period { get; private set; }

    public override FhirReference? PatientReference => Patient;

    public override bool IsEnteredInError => false;

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "active": Active = r.VitalFlag(Active); break;
            case "patient": Patient = r.Vital(Patient, FhirReference.Read); break;
            case "relationship": Relationships = r.List(CodeableConcept.Read); break;
            case "name": Names = r.List(HumanName.Read); break;
            case "telecom": Telecom = r.List(ContactPoint.Read); break;
            case "address": Addresses = r.List(Address.Read); break;
            case "period": Period = r.Vital(Period, Fhir.Period.Read); break;
            default: r.Unread(); break;
        }
    }
}
