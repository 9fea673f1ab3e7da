using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A page of search results, or another collection. Links are as written: check them before following (H092).
/// </summary>
public sealed class Bundle : Resource
{
    internal Bundle()
        : base(nameof(Bundle))
    {
    }

    public string? Type { get; private set; }

    public string? SelfLink { get; private set; }

    public string? NextLink { get; private set; }

    /// <summary>What the EPD says it found, matches only; never a reason to stop or to go on reading pages.</summary>
    public int? Total { get; private set; }

    public IReadOnlyList<BundleEntry> Entries { get; private set; } = [];

    public override bool IsEnteredInError => false;

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "type": Type = r.Vital(Type, Element.Code); break;
            case "total": Total = r.Integer() is >= 0 and var total ? total : null; break;
            case "link": ReadLinks(ref r); break;
            case "entry": ReadEntries(ref r); break;
            default: r.Unread(); break;
        }
    }

    private void ReadEntries(ref FhirReader r)
    {
        r.BundleDepth++;
        Entries = r.VitalList(Entries, BundleEntry.Read);
        r.BundleDepth--;
    }

    private void ReadLinks(ref FhirReader r)
    {
        foreach (var link in r.VitalList([], BundleLink.Read))
        {
            switch (link.Relation)
            {
                case "self": SelfLink = Single(ref r, SelfLink, link.Url); break;
                case "next": NextLink = Single(ref r, NextLink, link.Url); break;
                default: break;
            }
        }
    }

    private static string? Single(ref FhirReader r, string? already, string? url)
    {
        if (already is not null || url is null)
        {
            // Without one certain next page the list would end early and look complete.
            r.Distrust("link is given twice or has no url");
        }
        return already ?? url;
    }
}
