using System.IO.Compression;
using System.Text;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The ways in which an answer goes wrong on its way, by name (security.md H098-H104).</summary>
public static class Faults
{
    private static readonly byte[] _blanks = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
    private static readonly byte[] _bomb = Bomb();
    private static readonly byte[] _entries = Encoding.UTF8.GetBytes("""{"resourceType":"Bundle","type":"searchset","entry":[{}""" + string.Concat(Enumerable.Repeat(",{}", 1_000_000)) + "]}");
    private static readonly byte[] _deep = Encoding.UTF8.GetBytes("""{"resourceType":"Bundle","entry":""" + new string('[', 10_000) + new string(']', 10_000) + "}");

    /// <summary>Faults that keep the portal waiting.</summary>
    public static bool IsSilent(string name) => name is "latency" or "one byte a second" or "stall at half";

    public static Func<FaultCall, CancellationToken, Task> Of(string name) => name switch
    {
        "latency" => (_, ended) => FaultCall.SilenceAsync(ended),
        // One byte, and the second after it never ends: the clock is the test's.
        "one byte a second" => (call, ended) => PartAsync(call, 1, ended),
        "stall at half" => (call, ended) => PartAsync(call, call.Body.Length / 2, ended),
        "reset at half" => ResetAsync,
        "cut at half" => (call, _) => PartAsync(call, call.Body.Length / 2, ended: null),
        "half, and called whole" => (call, _) => call.SendAsync(call.Body[..(call.Body.Length / 2)]),
        "corrupt byte" => (call, _) => call.SendAsync([.. call.Body.Select((b, i) => i == 2 ? (byte)0x01 : b)]),
        "page of HTML" => (call, _) => call.SendAsync("<!DOCTYPE html><p>Log in</p>", 200, "text/html"),
        "HTML called JSON" => (call, _) => call.SendAsync("<!DOCTYPE html><p>Log in</p>", 200, "application/fhir+json"),
        "empty" => (call, _) => call.SendAsync("", 200),
        "text/plain" => (call, _) => call.SendAsync("OK", 200, "text/plain"),
        "wrong content type" => (call, _) => call.SendAsync(call.Body, 200, "application/xml"),
        "429" => (call, _) => call.SendAsync("", 429, headers: "Retry-After: 3600\r\n"),
        "503" => (call, _) => call.SendAsync("", 503),
        "500" => (call, _) => call.SendAsync("", 500),
        "401" => (call, _) => call.SendAsync("", 401),
        "redirect" => (call, _) => call.SendAsync("", 302, headers: "Location: http://127.0.0.1:1/elsewhere\r\n"),
        "foreign next link" => (call, _) => call.SendAsync(Linked(call, "http://evil.example/fhir/Condition?page=2")),
        "endless pages" => (call, _) => call.SendAsync(Linked(call, $"{call.Target}&page={Guid.NewGuid():N}")),
        "same page again" => (call, _) => call.SendAsync(Linked(call, call.Target.Split("&page")[0] + "&page=2")),
        "200 MB" => (call, _) => LongAsync(call, 200),
        "200 MB, length unsaid" => (call, _) => LongAsync(call, 200, isLengthSaid: false),
        "depth 10,000" => (call, _) => call.SendAsync(_deep, 200, "application/fhir+json"),
        "10^6 entries" => (call, _) => call.SendAsync(_entries, 200, "application/fhir+json"),
        "gzip bomb" => (call, _) => call.SendAsync(_bomb, 200, headers: "Content-Encoding: gzip\r\n"),
        "UTF-16" => (call, _) => call.SendAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(call.Text)).ToArray()),
        "byte order mark" => (call, _) => call.SendAsync(Encoding.UTF8.GetPreamble().Concat(call.Body).ToArray()),
        "invalid UTF-8" => (call, _) => call.SendAsync(Encoding.Latin1.GetBytes(In(call, "\"x\":\"\u00e9\u00ff\""))),
        "lone surrogate" => (call, _) => call.SendAsync(In(call, "\"x\":\"\\ud800\"")),
        "duplicate keys" => (call, _) => call.SendAsync(In(call, "\"type\":\"searchset\",\"type\":\"history\"")),
        "NaN" => (call, _) => call.SendAsync(In(call, "\"total\":NaN")),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown fault"),
    };

    /// <summary>The length of the whole and the bytes of a part; then silence, or the end.</summary>
    private static async Task PartAsync(FaultCall call, int bytes, CancellationToken? ended)
    {
        await call.HeadAsync(call.Body.Length);
        await call.BytesAsync(call.Body.AsMemory(0, bytes));
        if (ended is { } silence)
        {
            await FaultCall.SilenceAsync(silence);
        }
    }

    private static async Task ResetAsync(FaultCall call, CancellationToken ended)
    {
        await PartAsync(call, call.Body.Length / 2, ended: null);
        call.Reset();
    }

    private static string In(FaultCall call, string property) => "{" + property + "," + call.Text.TrimStart()[1..];

    private static string Linked(FaultCall call, string next) =>
        System.Text.Json.Nodes.JsonNode.Parse(call.Text)!.AsObject().With(b => b["link"] = new System.Text.Json.Nodes.JsonArray(Some.Link("next", next))).ToJsonString();

    /// <summary>Blanks behind what the EPD said; a letter stays a letter.</summary>
    private static async Task LongAsync(FaultCall call, int megabytes, bool isLengthSaid = true)
    {
        await call.HeadAsync(isLengthSaid ? call.Body.Length + (long)megabytes * _blanks.Length : null);
        await call.BytesAsync(call.Body);
        await call.RepeatAsync(_blanks, megabytes);
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            for (var i = 0; i < 200; i++)
            {
                gzip.Write(_blanks);
            }
        }
        return packed.ToArray();
    }
}
