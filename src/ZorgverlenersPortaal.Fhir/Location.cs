using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A ward, room, bed or site; physicalType says which.</summary>
public sealed class Location : Resource
{
    internal Location()
        : base(nameof(Location))
    {
    }

    public string? Status { get; private set; }

    public string? Name { get; private set; }

    public IReadOnlyList<ContactPoint> Telecom { get; private set; } = [];

    public CodeableConcept? PhysicalType { get; private set; }

    public override bool IsEnteredInError => false;

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "name": Name = r.Text(); break;
            case "telecom": Telecom = r.List(ContactPoint.Read); break;
            case "physicalType": PhysicalType = CodeableConcept.Read(ref r); break;
            default: r.Unread(); break;
        }
    }
}
