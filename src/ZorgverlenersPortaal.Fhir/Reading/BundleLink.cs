namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>Bundle.link as written.</summary>
internal sealed record BundleLink(string? Relation, string? Url)
{
    internal static BundleLink? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? relation = null, url = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "relation": relation = r.Text(); break;
                case "url": url = r.Text(); break;
                default: r.Unread(); break;
            }
        }
        return new BundleLink(relation, url);
    }
}
