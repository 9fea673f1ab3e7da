using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>One entry. Either a resource, or a fault in English without content that says why there is none: then the list is not complete (R7).</summary>
public sealed record BundleEntry(string? FullUrl, EntryMode Mode, Resource? Resource, string? Fault)
{
    internal static BundleEntry? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return new BundleEntry(FullUrl: null, EntryMode.Unknown, Resource: null, "the entry is not a JSON object");
        }
        string? fullUrl = null, fault = "the entry has no resource";
        var mode = EntryMode.Unknown;
        Resource? resource = null;
        var outer = r.EnterScope();
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "fullUrl": fullUrl = r.Text(); break;
                case "search": mode = ReadMode(ref r); break;
                case "resource": resource = ResourceReader.Read(ref r, ResourcePlace.Entry, out fault); break;
                default: r.Unread(); break;
            }
        }
        var reason = r.LeaveScope(outer);
        if (resource is not null)
        {
            // A modifier extension on the entry changes what its resource means.
            resource.NotUnderstood ??= reason;
        }
        return new BundleEntry(fullUrl, mode, resource, fault);
    }

    private static EntryMode ReadMode(ref FhirReader r)
    {
        var mode = EntryMode.Unknown;
        if (!r.BeginObject())
        {
            return mode;
        }
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "mode": mode = ModeOf(r.Code()); break;
                default: r.Unread(); break;
            }
        }
        return mode;
    }

    private static EntryMode ModeOf(string? code) => code switch
    {
        "match" => EntryMode.Match,
        "include" => EntryMode.Include,
        "outcome" => EntryMode.Outcome,
        _ => EntryMode.Unknown,
    };
}
