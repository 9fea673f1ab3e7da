using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

public sealed class Patient : Resource
{
    internal Patient()
        : base(nameof(Patient))
    {
    }

    public bool? Active { get; private set; }

    public IReadOnlyList<Identifier> Identifiers { get; private set; } = [];

    public IReadOnlyList<HumanName> Names { get; private set; } = [];

    public IReadOnlyList<ContactPoint> Telecom { get; private set; } = [];

    public IReadOnlyList<Address> Addresses { get; private set; } = [];

    public string? Gender { get; private set; }

    public FhirDateTime? BirthDate { get; private set; }

    /// <summary>Why there is no birth date (unknown, masked, ...).</summary>
    public string? BirthDateAbsentReason { get; private set; }

    public bool? DeceasedBoolean { get; private set; }

    public FhirDateTime? DeceasedDateTime { get; private set; }

    public bool IsDeceased => DeceasedBoolean is true || DeceasedDateTime is not null;

    public IReadOnlyList<FhirReference> GeneralPractitioners { get; private set; } = [];

    public IReadOnlyList<PatientContact> Contacts { get; private set; } = [];

    public IReadOnlyList<PatientLink> Links { get; private set; } = [];

    public override bool IsEnteredInError => false;

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "active": Active = r.VitalFlag(Active); break;
            case "identifier": Identifiers = r.List(Identifier.Read); break;
            case "name": Names = r.List(HumanName.Read); break;
            case "telecom": Telecom = r.List(ContactPoint.Read); break;
            case "address": Addresses = r.List(Address.Read); break;
            case "gender": Gender = r.Code(); break;
            case "birthDate": BirthDate = r.Date(); break;
            case "_birthDate": BirthDateAbsentReason = r.AbsentReason(); break;
            case "deceasedBoolean": DeceasedBoolean = r.VitalFlag(DeceasedBoolean); break;
            case "deceasedDateTime": DeceasedDateTime = r.Vital(DeceasedDateTime, Element.Date); break;
            case "generalPractitioner": GeneralPractitioners = r.List(FhirReference.Read); break;
            case "contact": Contacts = r.List(PatientContact.Read); break;
            case "link": Links = r.VitalList(Links, PatientLink.Read); break;
            default: r.Unread(); break;
        }
    }
}
