using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

/// <summary>Reading resources written in a test, and comparing what was read.</summary>
internal static class FhirText
{
    private static readonly JsonSerializerOptions _unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static T Read<T>(string json)
        where T : Resource => Assert.IsType<T>(FhirJson.Read(Encoding.UTF8.GetBytes(json)));

    /// <summary>The same resource with every object's properties in the opposite order, so that resourceType comes late.</summary>
    public static byte[] Reversed(ReadOnlySpan<byte> json) =>
        JsonSerializer.SerializeToUtf8Bytes(Reverse(JsonNode.Parse(json)), _unescaped);

    /// <summary>All that can be read from the outside of a resource, as text. Where inline data stands is left out: it moves.</summary>
    public static string Dump(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static JsonNode? Reverse(JsonNode? node) => node switch
    {
        JsonObject many => new JsonObject(many.Reverse().Select(one => KeyValuePair.Create(one.Key, Reverse(one.Value)))),
        JsonArray many => new JsonArray([.. many.Select(Reverse)]),
        _ => node?.DeepClone(),
    };

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case string or bool or int or long or Enum or DateOnly or DateTimeOffset:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable many:
                text.Append('[');
                foreach (var one in many)
                {
                    Write(text, one);
                    text.Append(',');
                }
                text.Append(']');
                break;
            default:
                WriteProperties(text, value);
                break;
        }
    }

    private static void WriteProperties(StringBuilder text, object value)
    {
        text.Append(value.GetType().Name).Append('{');
        var properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => value is not InlineContent || property.Name is not nameof(InlineContent.Start));
        foreach (var property in properties)
        {
            text.Append(property.Name).Append('=');
            Write(text, property.GetValue(value));
            text.Append(';');
        }
        text.Append('}');
    }
}
