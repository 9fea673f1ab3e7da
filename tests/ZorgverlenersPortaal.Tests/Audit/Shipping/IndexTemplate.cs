using System.Globalization;
using System.Net;
using System.Text.Json;
using ZorgverlenersPortaal.Tests.Architecture;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>The mapping of ops/deploy/elasticsearch, and what Elasticsearch would say of a document under it: strict, and each value of its type.</summary>
internal sealed class IndexTemplate
{
    private readonly JsonElement _root;

    private IndexTemplate(JsonElement root)
    {
        _root = root;
        Fields = Walk("", root.GetProperty("template").GetProperty("mappings").GetProperty("properties")).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The type of every field, by its whole name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    public static IndexTemplate Load()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.Path("ops", "deploy", "elasticsearch", "index-template.json")));
        return new(json.RootElement.Clone());
    }

    public (string Type, string Reason)? Fault(string index, JsonElement document)
    {
        var pattern = _root.GetProperty("index_patterns")[0].GetString()!.TrimEnd('*');
        if (!index.StartsWith(pattern, StringComparison.Ordinal) || !DateOnly.TryParseExact(index[pattern.Length..], "yyyy.MM.dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return ("illegal_argument_exception", $"index [{index}] has no date to be removed by");
        }

        foreach (var (name, value) in Leaves("", document))
        {
            if (!Fields.TryGetValue(name, out var type))
            {
                return ("strict_dynamic_mapping_exception", $"mapping set to strict, dynamic introduction of [{name}] within [_doc] is not allowed");
            }

            if (!Fits(type, value))
            {
                return ("document_parsing_exception", $"failed to parse field [{name}] of type [{type}]");
            }
        }

        return null;
    }

    /// <summary>Every value of a document with its whole name; of a list each.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Leaves(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Leaves(path.Length == 0 ? field.Name : $"{path}.{field.Name}", field.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Leaves(path, item)),
        _ => [(path, value)],
    };

    private static IEnumerable<KeyValuePair<string, string>> Walk(string path, JsonElement properties) => properties.EnumerateObject().SelectMany(field =>
        field.Value.TryGetProperty("properties", out var inner) ? Walk($"{path}{field.Name}.", inner) : [KeyValuePair.Create(path + field.Name, field.Value.GetProperty("type").GetString()!)]);

    private static bool Fits(string type, JsonElement value) => type switch
    {
        "keyword" or "match_only_text" => value.ValueKind == JsonValueKind.String,
        "long" => value.TryGetInt64(out _),
        "integer" => value.TryGetInt32(out _),
        "byte" => value.TryGetSByte(out _),
        "ip" => value.GetString() is { } text && !text.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(text, out _),
        "date" => DateTime.TryParseExact(value.GetString(), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => throw new InvalidOperationException($"The double does not know {type}."),
    };
}
