using System.Collections.Concurrent;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// The last requests under /fhir, oldest first. Everything in it is made up, so it may hold addresses and forms.
/// </summary>
internal sealed class RequestLog
{
    private const int Kept = 10_000;
    private readonly ConcurrentQueue<RequestLogEntry> _entries = new();

    public IReadOnlyList<RequestLogEntry> Entries => [.. _entries];

    public async Task<RequestLogEntry> StartAsync(HttpRequest request)
    {
        var form =
            HttpMethods.IsPost(request.Method) && request.HasFormContentType
                ? string.Join('&', (await request.ReadFormAsync()).Select(pair => pair.Key + "=" + pair.Value))
                : null;
        var headers = request.Headers.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.ToString(),
            StringComparer.OrdinalIgnoreCase);
        var entry = new RequestLogEntry(request.Method, request.Path + request.QueryString.Value, form, headers);
        _entries.Enqueue(entry);
        while (_entries.Count > Kept)
        {
            _entries.TryDequeue(out _);
        }

        return entry;
    }

    public void Clear() => _entries.Clear();
}
