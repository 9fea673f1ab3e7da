using System.Text;
using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// One entry. Either a resource, or a fault in English without content that says why there is none: then the list is
/// not complete (R7).
/// </summary>
public sealed record BundleEntry(string? FullUrl, EntryMode Mode, Resource? Resource, string? Fault)
{
    /// <summary>
    /// Where the base before "Type/id" goes, when that is how the fullUrl ends: the same string for all entries.
    /// </summary>
    private string? FullUrlBase { get; init; }

    /// <summary>The entry's address as written: the EPD's base and "Type/id", or a urn.</summary>
    public string? FullUrl
    {
        get => FullUrlBase is null ? field : FullUrlBase + Resource?.Reference;
        private init;
    } = FullUrl;

    internal static BundleEntry? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return new BundleEntry(FullUrl: null, EntryMode.Unknown, Resource: null, "the entry is not a JSON object");
        }
        string? fault = "the entry has no resource";
        string? fullUrl = null;
        ReadOnlySpan<byte> rawUrl = default;
        var mode = EntryMode.Unknown;
        Resource? resource = null;
        var outer = r.EnterScope();
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "fullUrl": fullUrl = r.RawText(out rawUrl) ? null : r.OwnText(); break;
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
        var baseLength = BaseLength(rawUrl, resource);
        fullUrl ??= baseLength > 0 || rawUrl.IsEmpty ? null : Encoding.UTF8.GetString(rawUrl);
        return new BundleEntry(fullUrl, mode, resource, fault) { FullUrlBase = baseLength > 0 ? r.SharedText(rawUrl[..baseLength]) : null };
    }

    /// <summary>How much of the URL stands before "Type/id"; zero when that is not how it ends.</summary>
    private static int BaseLength(ReadOnlySpan<byte> url, Resource? resource)
    {
        if (resource?.Id is not { } id || url.Length <= id.Length + resource.ResourceType.Length + 1)
        {
            return 0;
        }
        var slash = url.Length - id.Length - 1;
        var start = slash - resource.ResourceType.Length;
        return url[slash] == (byte)'/'
            && Ascii.Equals(url[(slash + 1)..], id)
            && Ascii.Equals(url[start..slash], resource.ResourceType)
            ? start : 0;
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
