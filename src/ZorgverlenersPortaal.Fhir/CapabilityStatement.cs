using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>What the EPD says it can do, as a server.</summary>
public sealed class CapabilityStatement : Resource
{
    internal CapabilityStatement()
        : base(nameof(CapabilityStatement))
    {
    }

    /// <summary>draft, active, retired or unknown: of the statement, not of the EPD.</summary>
    public string? Status { get; private set; }

    public string? FhirVersion { get; private set; }

    public IReadOnlyList<CapabilityResource> Resources { get; private set; } = [];

    public override bool IsEnteredInError => false;

    /// <summary>What it can do with one resource type, or null for nothing.</summary>
    public CapabilityResource? Find(string resourceType) =>
        Resources.FirstOrDefault(resource => string.Equals(resource.Type, resourceType, StringComparison.Ordinal));

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "fhirVersion": FhirVersion = r.Code(); break;
            case "rest": Resources = ReadServerSide(ref r); break;
            default: r.Unread(); break;
        }
    }

    private static List<CapabilityResource> ReadServerSide(ref FhirReader r)
    {
        var sides = r.List(CapabilityRest.Read).Where(side => side.Mode is not "client");
        return [.. sides.SelectMany(side => side.Resources)];
    }
}
