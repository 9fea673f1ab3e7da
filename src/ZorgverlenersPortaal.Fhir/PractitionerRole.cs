using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>Who works where, as what, and in which period.</summary>
public sealed class PractitionerRole : Resource
{
    internal PractitionerRole()
        : base(nameof(PractitionerRole))
    {
    }

    public bool? Active { get; private set; }

    public Period? Period { get; private set; }

    public FhirReference? Practitioner { get; private set; }

    public FhirReference? Organization { get; private set; }

    public IReadOnlyList<CodeableConcept> Codes { get; private set; } = [];

    public IReadOnlyList<CodeableConcept> Specialties { get; private set; } = [];

    public IReadOnlyList<Identifier> Identifiers { get; private set; } = [];

    public IReadOnlyList<ContactPoint> Telecom { get; private set; } = [];

    public override bool IsEnteredInError => false;

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "active": Active = r.VitalFlag(Active); break;
            case "period": Period = r.Vital(Period, Fhir.Period.Read); break;
            case "practitioner": Practitioner = r.Vital(Practitioner, FhirReference.Read); break;
            case "organization": Organization = r.Vital(Organization, FhirReference.Read); break;
            case "code": Codes = r.List(CodeableConcept.Read); break;
            case "specialty": Specialties = r.List(CodeableConcept.Read); break;
            case "identifier": Identifiers = r.List(Identifier.Read); break;
            case "telecom": Telecom = r.List(ContactPoint.Read); break;
            default: r.Unread(); break;
        }
    }
}
