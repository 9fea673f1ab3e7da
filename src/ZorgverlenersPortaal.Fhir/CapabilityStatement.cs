using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>What the EPD says it can do, as a server.</summary>
public sealed class CapabilityStatement : Resource
{
    internal CapabilityStatement()
        : base(nameof(CapabilityStatement))
    {
    }

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
            case "fhirVersion": FhirVersion = r.Code(); break;
            case "rest": Resources = [.. r.List(CapabilityRest.Read).Where(rest => rest.Mode is not "client").SelectMany(rest => rest.Resources)]; break;
            default: r.Unread(); break;
        }
    }
}
