using System.Buffers;
using System.Net;
using System.Threading.RateLimiting;
using Polly;
using Polly.Retry;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Sends requests to the EPD: bounded in number and size, one retry, no redirects, every failure named.</summary>
internal sealed class EpdTransport : IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly ConcurrencyLimiter _limiter;
    private readonly int _maximumBytes;
    private readonly ResiliencePipeline<HttpResponseMessage> _retry;

    public EpdTransport(HttpMessageInvoker invoker, EpdOptions options, TimeProvider clock)
    {
        _invoker = invoker;
        _maximumBytes = options.MaximumBytes;
        _limiter = new(new() { PermitLimit = options.Concurrency, QueueLimit = options.Concurrency * 64, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        _retry = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(100),
                UseJitter = true,
                ShouldHandle = static attempt => ValueTask.FromResult(
                    attempt.Outcome.Exception is HttpRequestException
                    || attempt.Outcome.Result?.StatusCode is HttpStatusCode.ServiceUnavailable),
            })
            .Build();
    }

    /// <summary>Reads an answer's body with the parser, straight from a pooled buffer that is cleared afterwards (R5).</summary>
    public async Task<Resource> SendAsync(HttpRequestMessage request, FhirParser parse, CancellationToken cancellation)
    {
        using var lease = await _limiter.AcquireAsync(1, cancellation);
        if (!lease.IsAcquired)
        {
            throw new EpdException(EpdFailure.Failing, "Too many requests wait for the EPD.");
        }
        try
        {
            using var response = await SendOnceOrTwiceAsync(request, cancellation);
            Demand(response);
            return await ReadAsync(response, parse, cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new EpdException(EpdFailure.Unreachable, $"The EPD could not be reached: {e.HttpRequestError}.", e);
        }
        catch (IOException e)
        {
            throw new EpdException(EpdFailure.Unreachable, "The connection to the EPD broke in the middle of an answer.", e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            // Nobody gave up: the handler's own limit on connecting did.
            throw new EpdException(EpdFailure.Unreachable, "No connection to the EPD was made in time.", e);
        }
        catch (InvalidDataException e)
        {
            throw new EpdException(EpdFailure.NotUnderstood, "The EPD's answer cannot be unpacked.", e);
        }
        catch (FhirFormatException e)
        {
            throw new EpdException(EpdFailure.NotUnderstood, $"The EPD's answer is no FHIR: {e.Message}", e);
        }
    }

    public void Dispose() => _limiter.Dispose();

    private async Task<HttpResponseMessage> SendOnceOrTwiceAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var first = true;
        return await _retry.ExecuteAsync(
            async token =>
            {
                // A request message can be sent only once.
                var message = first ? request : Copy(request);
                first = false;
                return await _invoker.SendAsync(message, token);
            },
            cancellation);
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version, Content = request.Content };
        foreach (var header in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
        return copy;
    }

    private static void Demand(HttpResponseMessage response)
    {
        var failure = response.StatusCode switch
        {
            HttpStatusCode.OK => (EpdFailure?)null,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => EpdFailure.NotFound,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => EpdFailure.Refused,
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => EpdFailure.Failing,
            _ => EpdFailure.NotUnderstood,
        };
        if (failure is { } named)
        {
            throw new EpdException(named, $"The EPD answered {(int)response.StatusCode}.");
        }
        var type = response.Content.Headers.ContentType?.MediaType ?? "no content type";
        if (!type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw new EpdException(EpdFailure.NotUnderstood, "The EPD answered with something else than JSON (a login or error page?).");
        }
    }

    private async Task<Resource> ReadAsync(HttpResponseMessage response, FhirParser parse, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var length = response.Content.Headers.ContentLength ?? 64 * 1024;
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(length, 4096), _maximumBytes) + 1);
        var count = 0;
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer.AsMemory(count), cancellation)) > 0;)
            {
                count += read;
                if (count > _maximumBytes)
                {
                    throw new EpdException(EpdFailure.TooLarge, "The EPD's answer is larger than Epd:MaximumBytes.");
                }
                if (count == buffer.Length)
                {
                    buffer = Grow(buffer, count);
                }
            }
            return parse(buffer.AsSpan(0, count));
        }
        finally
        {
            buffer.AsSpan(0, count).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] full, int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.AsSpan(0, count).CopyTo(larger);
        full.AsSpan(0, count).Clear();
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
