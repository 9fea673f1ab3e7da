using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

public sealed class Organization : Resource
{
    internal Organization()
        : base(nameof(Organization))
    {
    }

    public bool? Active { get; private set; }

    public IReadOnlyList<Identifier> Identifiers { get; private set; } = [];

    public string? Name { get; private set; }

    public IReadOnlyList<ContactPoint> Telecom { get; private set; } = [];

    public override bool IsEnteredInError => false;

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "active": Active = r.VitalFlag(Active); break;
            case "identifier": Identifiers = r.List(Identifier.Read); break;
            case "name": Name = r.Text(); break;
            case "telecom": Telecom = r.List(ContactPoint.Read); break;
            default: r.Unread(); break;
        }
    }
}
