using System.Security.Cryptography;
using System.Text.Json;

namespace ZorgverlenersPortaal.Portal.EpdNotices;

/// <summary>
/// Reads a notification Bundle of the Subscriptions R5 Backport for R4: type <c>history</c>, first entry the Parameters with the
/// status. Only empty and id-only ones: at the first other resource it stops, so that content is never read (fhir.md §5).
/// </summary>
internal static class NoticeReader
{
    /// <summary>The notice, or null when it is anything else. Never throws.</summary>
    public static Notice? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
            return ReadBundle(ref reader);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Notice? ReadBundle(ref Utf8JsonReader r)
    {
        Notice? notice = null;
        bool isBundle = false, isHistory = false;
        if (!r.Read() || r.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }
        while (r.Read() && r.TokenType == JsonTokenType.PropertyName)
        {
            var name = r.GetString();
            r.Read();
            switch (name)
            {
                case "resourceType": isBundle = Is(ref r, "Bundle"); break;
                case "type": isHistory = Is(ref r, "history"); break;
                case "entry" when notice is null && r.TokenType == JsonTokenType.StartArray:
                    if ((notice = ReadEntries(ref r)) is null)
                    {
                        return null;
                    }
                    break;
                case "id" or "meta" or "timestamp" or "total" or "link": r.Skip(); break;
                default: return null;
            }
        }
        return isBundle && isHistory && r.TokenType == JsonTokenType.EndObject && !r.Read() ? notice : null;
    }

    private static Notice? ReadEntries(ref Utf8JsonReader r)
    {
        Notice? notice = null;
        for (var first = true; r.Read() && r.TokenType == JsonTokenType.StartObject; first = false)
        {
            while (r.Read() && r.TokenType == JsonTokenType.PropertyName)
            {
                var name = r.GetString();
                r.Read();
                switch (name)
                {
                    case "fullUrl" or "request" or "response": r.Skip(); break;
                    case "resource" when first && notice is null && r.TokenType == JsonTokenType.StartObject:
                        if ((notice = ReadStatus(ref r)) is null)
                        {
                            return null;
                        }
                        break;
                    default: return null;
                }
            }
            if (notice is null)
            {
                return null;
            }
        }
        return r.TokenType == JsonTokenType.EndArray ? notice : null;
    }

    private static Notice? ReadStatus(ref Utf8JsonReader r)
    {
        var isParameters = false;
        var notice = new Notice(NoticeKind.Other, null, null, 0);
        while (r.Read() && r.TokenType == JsonTokenType.PropertyName)
        {
            var name = r.GetString();
            r.Read();
            switch (name)
            {
                case "resourceType": isParameters = Is(ref r, "Parameters"); break;
                case "parameter" when r.TokenType == JsonTokenType.StartArray:
                    while (r.Read() && r.TokenType == JsonTokenType.StartObject)
                    {
                        if (!ReadParameter(ref r, ref notice))
                        {
                            return null;
                        }
                    }
                    break;
                case "id" or "meta": r.Skip(); break;
                default: return null;
            }
        }
        return isParameters ? notice : null;
    }

    /// <summary>False for anything that could carry more than a word, a number or a reference.</summary>
    private static bool ReadParameter(ref Utf8JsonReader r, ref Notice notice)
    {
        string? name = null, value = null;
        while (r.Read() && r.TokenType == JsonTokenType.PropertyName)
        {
            var property = r.GetString()!;
            r.Read();
            switch (property)
            {
                case "name": name = r.GetString(); break;
                case "valueReference": value = ReadReference(ref r); break;
                case "part" when r.TokenType == JsonTokenType.StartArray:
                    if (!SkipParts(ref r))
                    {
                        return false;
                    }
                    break;
                case "valueCode" or "valueString" or "valueCanonical" or "valueUri" or "valueInstant" or "valueId" or "valueUnsignedInt" or "valueInteger" or "valueDecimal":
                    value = r.TokenType == JsonTokenType.Number ? System.Text.Encoding.UTF8.GetString(r.ValueSpan) : r.GetString();
                    break;
                default: return false;
            }
        }
        notice = name switch
        {
            "type" or "notification-type" => notice with { Kind = Kind(value) },
            "subscription" when value is not null => notice with { Subscription = Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(value))) },
            "events-since-subscription-start" when long.TryParse(value, System.Globalization.NumberStyles.None, null, out var count) => notice with { EventsSinceStart = count },
            "notification-event" => notice with { Events = notice.Events + 1 },
            _ => notice,
        };
        return name is not null;
    }

    /// <summary>Number, time and references of one event: looked at only to see that nothing more is in them.</summary>
    private static bool SkipParts(ref Utf8JsonReader r)
    {
        while (r.Read() && r.TokenType == JsonTokenType.StartObject)
        {
            while (r.Read() && r.TokenType == JsonTokenType.PropertyName)
            {
                var property = r.GetString()!;
                r.Read();
                if (property is not ("name" or "valueReference" or "valueString" or "valueInstant" or "valueUnsignedInt" or "valueInteger"))
                {
                    return false;
                }
                r.Skip();
            }
        }
        return r.TokenType == JsonTokenType.EndArray;
    }

    private static string? ReadReference(ref Utf8JsonReader r)
    {
        using var value = JsonDocument.ParseValue(ref r);
        return value.RootElement.TryGetProperty("reference", out var reference) ? reference.GetString() : null;
    }

    private static NoticeKind Kind(string? code) => code switch
    {
        "handshake" => NoticeKind.Handshake,
        "heartbeat" => NoticeKind.Heartbeat,
        "event-notification" => NoticeKind.Event,
        _ => NoticeKind.Other,
    };

    private static bool Is(ref Utf8JsonReader r, string value) => r.TokenType == JsonTokenType.String && r.ValueTextEquals(value);
}
