using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>
/// <c>_bulk</c> as Elasticsearch has it, strictly: what is not so is a violation and is answered with 400. It keeps documents by index
/// and id, refuses what the index template does not know, and fails as it is told, one fault a request.
/// </summary>
internal sealed class BulkDouble : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Index, string Id), JsonElement> _documents = [];
    private readonly IndexTemplate _template = IndexTemplate.Load();
    private LoopbackServer _server = null!;

    public Queue<BulkFault> Faults { get; } = new();

    /// <summary>What comes when the queue is empty.</summary>
    public BulkFault Then { get; set; }

    /// <summary>413 above it, as http.max_content_length.</summary>
    public int MaximumBytes { get; set; } = int.MaxValue;

    public Func<JsonElement, bool> IsPoison { get; set; } = _ => false;

    public string? Authorization { get; set; }

    /// <summary>Called when no answer will come, or one is about to: a test moves the clock, or copies what a killed process would leave.</summary>
    public Action OnSilence { get; set; } = () => { };

    public Action OnCommit { get; set; } = () => { };

    /// <summary>What a client did that Elasticsearch would not take, or that the portal must not do.</summary>
    public List<string> Violations { get; } = [];

    public List<int> Sizes { get; } = [];

    public List<string> Bodies { get; } = [];

    public Uri Address => _server.Address;

    public IReadOnlyList<JsonElement> Documents
    {
        get
        {
            lock (_lock)
            {
                return [.. _documents.Values];
            }
        }
    }

    public IReadOnlyList<string> Indices
    {
        get
        {
            lock (_lock)
            {
                return [.. _documents.Keys.Select(key => key.Index).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            }
        }
    }

    public IEnumerable<long> Sequences => Documents.Select(document => document.GetProperty("event").GetProperty("sequence").GetInt64()).Order();

    public static async Task<BulkDouble> StartAsync()
    {
        BulkDouble made = new() { _server = await LoopbackServer.StartAsync() };
        made._server.Answer = made.AnswerAsync;
        return made;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using MemoryStream copy = new();
        await context.Request.Body.CopyToAsync(copy);
        var body = Encoding.UTF8.GetString(copy.ToArray());
        BulkFault fault;
        lock (_lock)
        {
            Bodies.Add(body);
            fault = Faults.TryDequeue(out var next) ? next : Then;
        }

        if (fault is BulkFault.ResetBefore)
        {
            context.Abort();
            return;
        }

        var early = fault switch
        {
            BulkFault.Busy => 429,
            BulkFault.Unavailable => 503,
            BulkFault.Unauthorized => 401,
            _ => copy.Length > MaximumBytes ? 413 : Authorization is { } known && context.Request.Headers.Authorization != known ? 401 : 200,
        };
        if (early != 200)
        {
            context.Response.StatusCode = early;
            await context.Response.WriteAsync("""{"error":{"type":"as_told","reason":"999990019"},"status":0}""");
            return;
        }

        if (fault == BulkFault.OtherServer)
        {
            await context.Response.WriteAsync("<html>welcome 999990019</html>");
            return;
        }

        var answer = Take(context, body, fault);
        OnCommit();
        await FinishAsync(context, fault, answer);
    }

    private async Task FinishAsync(HttpContext context, BulkFault fault, string? answer)
    {
        switch (fault)
        {
            case BulkFault.ResetAfter:
                context.Abort();
                break;
            case BulkFault.SilentAfter:
                OnSilence();
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
                break;
            case BulkFault.HalfStored:
                context.Response.StatusCode = 503;
                break;
            case BulkFault.CutAfter:
                context.Response.ContentLength = answer!.Length;
                await context.Response.WriteAsync(answer[..(answer.Length / 2)]);
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            default:
                context.Response.StatusCode = answer is null ? 400 : 200;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(answer ?? """{"error":{"type":"illegal_argument_exception"},"status":400}""");
                break;
        }
    }

    private string? Take(HttpContext context, string body, BulkFault fault)
    {
        lock (_lock)
        {
            var before = Violations.Count;
            Violations.AddRange(BulkForm.Violations(context.Request, body));
            if (Violations.Count > before)
            {
                return null;
            }

            JsonArray items = [];
            HashSet<string> seen = new(StringComparer.Ordinal);
            var lines = body.Split('\n')[..^1];
            Sizes.Add(lines.Length / 2);
            for (var i = 0; i < lines.Length; i += 2)
            {
                using var action = JsonDocument.Parse(lines[i]);
                var create = action.RootElement.GetProperty("create");
                var (index, id) = (create.GetProperty("_index").GetString()!, create.GetProperty("_id").GetString()!);
                if (!seen.Add(id))
                {
                    Violations.Add($"{id} twice in one request");
                }

                var postponed = (fault == BulkFault.PartlyBusy && i % 4 == 0) || (fault == BulkFault.HalfStored && i >= lines.Length / 2);
                items.Add(Item(index, id, lines[i + 1], postponed));
            }

            return new JsonObject { ["took"] = 1, ["errors"] = items.Any(item => item!["create"]!["error"] is not null), ["items"] = items }.ToJsonString();
        }
    }

    private JsonObject Item(string index, string id, string line, bool postponed)
    {
        var document = JsonDocument.Parse(line).RootElement.Clone();
        var (status, type, reason) =
            postponed ? (429, "es_rejected_execution_exception", "rejected execution of coordinating operation")
            : _documents.ContainsKey((index, id)) ? (409, "version_conflict_engine_exception", $"[{id}]: version conflict, document already exists (current version [1])")
            : _template.Fault(index, document) is { } fault ? (400, fault.Type, fault.Reason)
            : IsPoison(document) ? (400, "document_parsing_exception", "[1:88] failed to parse field [source.ip] of type [ip] in document with id 'x'. Preview of field's value: '999990019'")
            : (201, null, null);
        if (status == 201)
        {
            _documents[(index, id)] = document;
        }

        JsonObject create = new() { ["_id"] = id, ["status"] = status };
        if (type is not null)
        {
            create["error"] = new JsonObject { ["type"] = type, ["reason"] = reason };
        }

        return new() { ["create"] = create };
    }
}
