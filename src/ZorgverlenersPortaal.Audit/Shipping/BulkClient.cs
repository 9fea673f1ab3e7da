using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>Sends documents to <c>_bulk</c> and judges the answer. Its faults hold nothing of what was sent or answered.</summary>
internal sealed class BulkClient(ShippingOptions options, TimeProvider clock) : IDisposable
{
    /// <summary>Many times an answer about the largest batch: of each document it is asked for id, status and fault.</summary>
    private const int LongestAnswer = 32 * 1024 * 1024;

    private readonly HttpMessageInvoker _http = ElasticsearchHttp.NewInvoker(options);
    private readonly Uri _address = new(options.Address.AbsoluteUri.TrimEnd('/')
        + "/_bulk?filter_path=errors,items.create._id,items.create.status,items.create.error.type,items.create.error.reason");

    /// <summary>One request; only a cancellation by the caller is thrown.</summary>
    public async Task<BulkAnswer> SendAsync(IReadOnlyList<ShippingItem> items, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(options.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        AuthenticationHeaderValue? credentials;
        try
        {
            credentials = Credentials();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            return BulkAnswer.Failed(ShippingFaultKind.Refused, $"the file with the credentials for Elasticsearch cannot be used ({fault.GetType().Name}); see that it is there, readable, and one line");
        }

        try
        {
            using var request = Request(items, credentials);
            using var response = await _http.SendAsync(request, both.Token);
            return response.StatusCode == HttpStatusCode.OK
                ? await ReadAsync(response.Content, items, both.Token)
                : Judge(response.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return BulkAnswer.Failed(ShippingFaultKind.Unreachable, $"Elasticsearch did not answer within {options.Timeout.TotalSeconds:0.#} s");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            var why = fault is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } named ? named.HttpRequestError.ToString() : fault.GetType().Name;
            return BulkAnswer.Failed(ShippingFaultKind.Unreachable, $"Elasticsearch at {options.Address.Authority} cannot be reached ({why})");
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(IReadOnlyList<ShippingItem> items, AuthenticationHeaderValue? credentials)
    {
        HttpRequestMessage request = new(HttpMethod.Post, _address) { Content = new LinesContent(items), Version = HttpVersion.Version11 };
        request.Content.Headers.ContentType = new("application/x-ndjson");
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.Authorization = credentials;
        return request;
    }

    /// <summary>Read each time, so that a new key counts without a restart.</summary>
    private AuthenticationHeaderValue? Credentials() => options switch
    {
        { ApiKeyFile: { } file } => new("ApiKey", File.ReadAllText(file).Trim()),
        { User: { } user, PasswordFile: { } file } => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{File.ReadAllText(file).TrimEnd('\r', '\n')}"))),
        _ => null,
    };

    private static async Task<BulkAnswer> ReadAsync(HttpContent content, IReadOnlyList<ShippingItem> items, CancellationToken cancellation)
    {
        await content.LoadIntoBufferAsync(LongestAnswer, cancellation);
        return BulkReader.Read(await content.ReadAsByteArrayAsync(cancellation), items) is { } read
            ? BulkAnswer.Of(read)
            : BulkAnswer.Failed(ShippingFaultKind.Refused, "what answers 200 at the address is no Elasticsearch, or its answer is damaged");
    }

    private static BulkAnswer Judge(HttpStatusCode status) => status switch
    {
        HttpStatusCode.RequestEntityTooLarge => BulkAnswer.TooLarge,
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
            BulkAnswer.Failed(ShippingFaultKind.Busy, $"Elasticsearch answered {(int)status}"),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            BulkAnswer.Failed(ShippingFaultKind.Refused, $"Elasticsearch answered {(int)status}: check the credentials, and that they have create_doc and auto_configure on the indices"),
        _ => BulkAnswer.Failed(ShippingFaultKind.Refused, $"Elasticsearch answered {(int)status}: check Audit:Elasticsearch:Address"),
    };

    /// <summary>The documents one after the other, without a copy of them all.</summary>
    private sealed class LinesContent(IReadOnlyList<ShippingItem> items) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var item in items)
            {
                await stream.WriteAsync(item.Lines);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = items.Sum(item => (long)item.Lines.Length);
            return true;
        }
    }
}
