using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Storage;

/// <summary>
/// Unpacks a Bundle into its resources, with references between its entries pointing at where they will be served.
/// </summary>
internal static class BundleReader
{
    /// <summary>
    /// The resource itself, or the entries of a transaction, batch, collection, searchset or response Bundle. A
    /// document or
    /// message Bundle is one resource and stays whole.
    /// </summary>
    public static IReadOnlyList<JsonObject> Resources(JsonObject resource)
    {
        if (Text(resource["resourceType"]) is not "Bundle" || Text(resource["type"]) is "document" or "message")
        {
            return [resource];
        }

        var entries = (resource["entry"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(entry => entry["resource"] is JsonObject)
            .ToList();
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            Name(entry, addresses);
        }

        foreach (var entry in entries)
        {
            Readdress(entry["resource"]!, addresses);
        }

        return [.. entries.Select(entry => entry["resource"]!.DeepClone().AsObject())];
    }

    // An entry that is still to be created has a urn:uuid in place of an id: that uuid becomes the id.
    private static void Name(JsonObject entry, Dictionary<string, string> addresses)
    {
        var resource = entry["resource"]!.AsObject();
        var full = Text(entry["fullUrl"]);
        if (Text(resource["id"]) is null && full?.Split(':', '/') is [.., var last])
        {
            resource["id"] = last;
        }

        if (full is not null)
        {
            addresses[full] = Text(resource["resourceType"]) + "/" + Text(resource["id"]);
        }
    }

    private static void Readdress(JsonNode node, Dictionary<string, string> addresses)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array.OfType<JsonNode>())
            {
                Readdress(item, addresses);
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (
                    name is "reference" or "url"
                    && Text(value) is { } text
                    && addresses.TryGetValue(text, out var address))
                {
                    fields[name] = address;
                }
                else if (value is not null)
                {
                    Readdress(value, addresses);
                }
            }
        }
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
