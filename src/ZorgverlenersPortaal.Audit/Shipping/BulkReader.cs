using System.Text.Json;
using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>Reads the answer to a bulk request.</summary>
internal static partial class BulkReader
{
    /// <summary>One answer for each document sent; null when it is no such answer, so that nothing is known.</summary>
    public static IReadOnlyList<BulkItem>? Read(ReadOnlyMemory<byte> body, IReadOnlyList<ShippingItem> sent)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var items = document.RootElement.GetProperty("items");
            if (items.GetArrayLength() != sent.Count)
            {
                return null;
            }

            List<BulkItem> read = [];
            foreach (var item in items.EnumerateArray())
            {
                var create = item.GetProperty("create");
                if (create.GetProperty("_id").GetString() != sent[read.Count].Id)
                {
                    return null;
                }

                read.Add(Judge(create));
            }

            return read;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static BulkItem Judge(JsonElement create)
    {
        var status = create.GetProperty("status").GetInt32();
        var verdict = status switch
        {
            200 or 201 => BulkVerdict.Stored,
            409 => BulkVerdict.AlreadyThere,
            400 or 413 => BulkVerdict.Refused,
            // 404 no index and no right to make one, 403 a block or no right: not the document's fault. 429, 5xx: patience.
            _ => BulkVerdict.Again,
        };
        return new(verdict, status, verdict is BulkVerdict.Stored or BulkVerdict.AlreadyThere ? "" : Reason(create));
    }

    private static string Reason(JsonElement create)
    {
        if (!create.TryGetProperty("error", out var error) || error.ValueKind != JsonValueKind.Object)
        {
            return "unknown";
        }

        var type = error.TryGetProperty("type", out var kind) && kind.ValueKind == JsonValueKind.String && Kind().IsMatch(kind.GetString()!) ? kind.GetString()! : "unknown";
        var field = error.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String ? Field().Match(reason.GetString()!) : Match.Empty;
        return field.Success ? $"{type} field {field.Groups["name"].Value}" : type;
    }

    [GeneratedRegex(@"\A[a-z_]{1,80}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Kind();

    /// <summary>A field of ours by its grammar: no digits, so nothing of a patient.</summary>
    [GeneratedRegex(@"field \[(?<name>@?[a-z_.]{1,80})\]", RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
