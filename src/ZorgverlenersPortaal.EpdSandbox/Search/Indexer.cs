using System.Text.Json;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>Takes from a resource the values it can be searched by.</summary>
internal static class Indexer
{
    public static IndexValue[] Index(string type, JsonElement resource, DateTimeOffset updated)
    {
        var values = new List<IndexValue> { new("_lastUpdated", "", "", updated.UtcTicks, updated.UtcTicks) };
        foreach (var parameter in SearchParameterTable.For(type))
        {
            foreach (var path in parameter.Paths)
            {
                Walk(resource, path.Split('.'), element => Add(values, parameter, element));
            }
        }

        return [.. values];
    }

    private static void Walk(JsonElement element, ReadOnlySpan<string> path, Action<JsonElement> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item, path, found);
            }
        }
        else if (path.IsEmpty)
        {
            found(element);
        }
        else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(path[0], out var child))
        {
            Walk(child, path[1..], found);
        }
    }

    private static void Add(List<IndexValue> values, SearchParameter parameter, JsonElement element)
    {
        switch (parameter.Kind)
        {
            case ParameterKind.Token:
                AddToken(values, parameter.Name, element);
                break;
            case ParameterKind.Reference:
                AddReference(values, parameter, element);
                break;
            case ParameterKind.Date:
                AddDate(values, parameter.Name, element);
                break;
            case ParameterKind.Text:
                if (element.ValueKind == JsonValueKind.String)
                {
                    values.Add(new IndexValue(parameter.Name, "", IndexText.Fold(element.GetString()!)));
                }

                break;
            default:
                throw new InvalidOperationException("unknown kind of search parameter");
        }
    }

    private static void AddToken(List<IndexValue> values, string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("coding", out var codings) && codings.ValueKind == JsonValueKind.Array)
            {
                foreach (var coding in codings.EnumerateArray())
                {
                    AddToken(values, name, coding);
                }
            }
            else if ((Text(element, "code") ?? Text(element, "value")) is { } code)
            {
                values.Add(new IndexValue(name, Text(element, "system") ?? "", code));
            }
        }
        else if (element.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False)
        {
            var text =
                element.ValueKind == JsonValueKind.String ? element.GetString()!
                : element.GetBoolean() ? "true"
                : "false";
            values.Add(new IndexValue(name, "", text));
        }
    }

    private static void AddReference(List<IndexValue> values, SearchParameter parameter, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (
            Text(element, "reference") is { } text
            && ReferenceText.TryRead(text, out var type, out var id)
            && (parameter.Target is null || string.Equals(type, parameter.Target, StringComparison.Ordinal)))
        {
            values.Add(new IndexValue(parameter.Name, type, id));
        }

        if (element.TryGetProperty("identifier", out var identifier))
        {
            AddToken(values, parameter.Name + ":identifier", identifier);
        }
    }

    private static void AddDate(List<IndexValue> values, string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String && FhirDate.TryParse(element.GetString(), out var date))
        {
            values.Add(new IndexValue(name, "", "", date.Low, date.High));
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            var low = FhirDate.TryParse(Text(element, "start"), out var start) ? start.Low : 1;
            var high = FhirDate.TryParse(Text(element, "end"), out var end) ? end.High : DateTime.MaxValue.Ticks;
            values.Add(new IndexValue(name, "", "", low, high));
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
