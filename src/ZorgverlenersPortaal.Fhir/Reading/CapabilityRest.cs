namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>CapabilityStatement.rest: as server or as client.</summary>
internal sealed record CapabilityRest(string? Mode, IReadOnlyList<CapabilityResource> Resources)
{
    internal static CapabilityRest? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? mode = null;
        IReadOnlyList<CapabilityResource> resources = [];
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "mode": mode = r.Code(); break;
                case "resource": resources = r.List(CapabilityResource.Read); break;
                default: r.Unread(); break;
            }
        }
        return new CapabilityRest(mode, resources);
    }
}
