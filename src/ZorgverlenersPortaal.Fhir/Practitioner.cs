using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

public sealed class Practitioner : Resource
{
    internal Practitioner()
        : base(nameof(Practitioner))
    {
    }

    public bool? Active { get; private set; }

    public IReadOnlyList<Identifier> Identifiers { get; private set; } = [];

    public IReadOnlyList<HumanName> Names { get; private set; } = [];

    /// <summary>In all roles; a private number may be among them (use "home").</summary>
    public IReadOnlyList<ContactPoint> Telecom { get; private set; } = [];

    public override bool IsEnteredInError => false;

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "active": Active = r.VitalFlag(Active); break;
            case "identifier": Identifiers = r.List(Identifier.Read); break;
            case "name": Names = r.List(HumanName.Read); break;
            case "telecom": Telecom = r.List(ContactPoint.Read); break;
            default: r.Unread(); break;
        }
    }
}
