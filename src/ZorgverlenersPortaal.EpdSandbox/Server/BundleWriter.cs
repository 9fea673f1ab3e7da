using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZorgverlenersPortaal.EpdSandbox.Search;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>Writes a searchset Bundle; the resources go in as the bytes they are.</summary>
internal static class BundleWriter
{
    private static readonly JsonWriterOptions _plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>
    /// One page with its <paramref name="items"/> and what they include; <paramref name="next"/> is the whole address
    /// of the
    /// next page, or null on the last.
    /// </summary>
    public static ReadOnlyMemory<byte> Write(
        SearchPage page,
        IReadOnlyList<StoredResource> items,
        IReadOnlyList<StoredResource> included,
        string baseAddress,
        string? next)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, _plain))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "Bundle");
            writer.WriteString("type", "searchset");
            writer.WriteNumber("total", page.Matches.Count);
            WriteLinks(writer, SelfLink(page.Plan, baseAddress), next);
            if (!page.Plan.TotalOnly && items.Count > 0)
            {
                writer.WriteStartArray("entry");
                WriteEntries(writer, items, baseAddress, "match");
                WriteEntries(writer, included, baseAddress, "include");
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>A history Bundle of one resource's versions, the newest first.</summary>
    public static ReadOnlyMemory<byte> WriteHistory(IReadOnlyList<StoredResource> versions, string baseAddress)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, _plain))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "Bundle");
            writer.WriteString("type", "history");
            writer.WriteNumber("total", versions.Count);
            WriteLinks(writer, $"{baseAddress}/{versions[0].Key}/_history", null);
            writer.WriteStartArray("entry");
            foreach (var version in versions)
            {
                writer.WriteStartObject();
                writer.WriteString("fullUrl", baseAddress + "/" + version.Key);
                writer.WritePropertyName("resource");
                writer.WriteRawValue(BinaryAnswer.Json(version, baseAddress).Span, skipInputValidation: true);
                writer.WriteStartObject("request");
                writer.WriteString("method", "PUT");
                writer.WriteString("url", version.Key);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The search as it was honoured, as a GET address.</summary>
    public static string SelfLink(SearchPlan plan, string baseAddress)
    {
        var query = plan.Honoured.Select(pair =>
            Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value));
        return baseAddress + "/" + plan.Type + (plan.Honoured.Count > 0 ? "?" + string.Join('&', query) : "");
    }

    private static void WriteLinks(Utf8JsonWriter writer, string self, string? next)
    {
        writer.WriteStartArray("link");
        foreach (var (relation, url) in new[] { ("self", self), ("next", next) })
        {
            if (url is not null)
            {
                writer.WriteStartObject();
                writer.WriteString("relation", relation);
                writer.WriteString("url", url);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteEntries(
        Utf8JsonWriter writer,
        IEnumerable<StoredResource> resources,
        string baseAddress,
        string mode)
    {
        foreach (var resource in resources)
        {
            writer.WriteStartObject();
            writer.WriteString("fullUrl", baseAddress + "/" + resource.Key);
            writer.WritePropertyName("resource");
            writer.WriteRawValue(BinaryAnswer.Json(resource, baseAddress).Span, skipInputValidation: true);
            writer.WriteStartObject("search");
            writer.WriteString("mode", mode);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }
}
