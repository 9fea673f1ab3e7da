using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Search;

namespace ZorgverlenersPortaal.EpdSandbox.Storage;

/// <summary>
/// A resource on its way into the store: made by the hospital or read from a file, not yet versioned.
/// </summary>
internal sealed class ResourceDraft
{
    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonObject _resource;
    private readonly DateTimeOffset _updated;

    private ResourceDraft(JsonObject resource, string type, string id, DateTimeOffset updated)
    {
        (_resource, Type, Id, _updated) = (resource, type, id, updated);
    }

    public string Type { get; }

    public string Id { get; }

    /// <summary>
    /// Checks what a server must know of a resource: a resource type and an id of FHIR's form. Throws <see
    /// cref="FormatException"/>
    /// saying which is wrong. <paramref name="updated"/> is used where the resource has no meta.lastUpdated of its own.
    /// </summary>
    public static ResourceDraft Of(JsonObject resource, DateTimeOffset updated)
    {
        var type = Text(resource["resourceType"]) ?? throw new FormatException("no resourceType");
        if (type.Length is 0 or > 40 || !char.IsAsciiLetterUpper(type[0]) || !type.All(char.IsAsciiLetter))
        {
            throw new FormatException($"resourceType {type} is no name of a resource");
        }

        var id = Text(resource["id"]) ?? throw new FormatException($"{type} without id");
        return id.Length is >= 1 and <= 64 && id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.')
            ? new ResourceDraft(resource, type, id, updated)
            : throw new FormatException($"{type} with an id that FHIR does not allow");
    }

    /// <summary>
    /// Freezes the draft into bytes and index; a <paramref name="version"/> overrules the one in the resource's meta.
    /// </summary>
    public StoredResource Store(long sequence, string? version)
    {
        var content = TakeContent();
        var meta = Meta(version);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, _plain))
        {
            _resource.WriteTo(writer);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return new StoredResource
        {
            Sequence = sequence,
            Type = Type,
            Id = Id,
            Version = meta.Version,
            LastUpdated = meta.Updated,
            Json = buffer.WrittenSpan.ToArray(),
            Values = Indexer.Index(Type, document.RootElement, meta.Updated),
            NamesBase = buffer.WrittenSpan.IndexOf("epd-sandbox.invalid"u8) >= 0,
            Content = content,
            ContentType = Text(_resource["contentType"]) ?? "application/octet-stream",
        };
    }

    private (string Version, DateTimeOffset Updated) Meta(string? version)
    {
        var meta = _resource["meta"] as JsonObject ?? [];
        var updated =
            FhirDate.TryParse(Text(meta["lastUpdated"]), out var given) && version is null
                ? given.Low
                : _updated.UtcDateTime.Ticks;
        var stamp = new DateTimeOffset(updated, TimeSpan.Zero);
        version ??= Text(meta["versionId"]) ?? "1";
        _resource.Remove("meta");
        meta["versionId"] = version;
        meta["lastUpdated"] = IndexText.Instant(stamp);
        var at = _resource.IndexOf("id") + 1;
        _resource.Insert(at, "meta", meta);
        return (version, stamp);
    }

    private ReadOnlyMemory<byte>? TakeContent()
    {
        if (!string.Equals(Type, "Binary", StringComparison.Ordinal))
        {
            return null;
        }

        var data = Text(_resource["data"]);
        _resource.Remove("data");
        return data is null ? ReadOnlyMemory<byte>.Empty : Convert.FromBase64String(data);
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
