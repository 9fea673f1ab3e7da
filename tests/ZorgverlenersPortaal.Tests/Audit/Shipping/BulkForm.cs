using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>The form of a bulk request, as Elasticsearch asks for it and as we promise it.</summary>
internal static class BulkForm
{
    public static IEnumerable<string> Violations(HttpRequest request, string body)
    {
        if (request.Method != "POST" || !request.Path.Value!.EndsWith("/_bulk", StringComparison.Ordinal))
        {
            yield return $"{request.Method} {request.Path}";
        }

        if (request.ContentType != "application/x-ndjson")
        {
            yield return $"content type {request.ContentType}";
        }

        if (!body.EndsWith('\n'))
        {
            yield return "no newline at the end";
            yield break;
        }

        var lines = body.Split('\n')[..^1];
        if (lines.Length == 0 || lines.Length % 2 != 0)
        {
            yield return $"{lines.Length} lines";
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (LineFault(lines[i], isAction: i % 2 == 0) is { } fault)
            {
                yield return $"line {i + 1}: {fault}";
            }
        }
    }

    private static string? LineFault(string line, bool isAction)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return "no object";
            }

            return !isAction || json.RootElement.EnumerateObject().ToList() is [{ Name: "create", Value: var create }]
                && create.EnumerateObject().Select(field => field.Name).ToList() is ["_index", "_id"]
                && create.GetProperty("_id").GetString() is { Length: > 0 and <= 512 }
                ? null
                : $"no create with index and id: {line}";
        }
        catch (JsonException fault)
        {
            return fault.Message;
        }
    }
}
