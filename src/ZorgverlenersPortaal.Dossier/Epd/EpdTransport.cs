using System.Buffers;
using System.Net;
using System.Threading.RateLimiting;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Asks the EPD and reads its answers: bounded in number and size, every failure named. How it gets there is <see cref="EpdConnection"/>'s.</summary>
internal sealed class EpdTransport(EpdConnection connection, EpdOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(
        new() { PermitLimit = options.Concurrency, QueueLimit = options.Concurrency * 64, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    private readonly int _maximumBytes = options.MaximumBytes;

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
            using var response = await connection.Reading.SendAsync(request, cancellation);
            await DemandAsync(response, cancellation);
            return await ReadAsync(response, parse, cancellation);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new EpdException(EpdFailure.Unreachable, "The connection to the EPD broke in the middle of an answer.", e);
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

    private async Task DemandAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (StatusFailure.Of(response.StatusCode) is { } named)
        {
            throw new EpdException(named, $"The EPD answered {(int)response.StatusCode}.") { Remark = await RemarkAsync(response, cancellation) };
        }
        if (!IsJson(response))
        {
            throw new EpdException(EpdFailure.NotUnderstood, "The EPD answered with something else than JSON (a login or error page?).");
        }
    }

    /// <summary>Servers write application/fhir+json, application/json and text/json.</summary>
    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Only where a refusal tells what to do next: a merged record, pages that expired. Nothing is read of a server in trouble.</summary>
    private async Task<EpdRemark?> RemarkAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if ((int)response.StatusCode is < 300 or >= 500 or 429)
        {
            return null;
        }
        if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect
            && EpdRemark.OfLocation(response.Headers.Location, options.Base) is { } moved)
        {
            return moved;
        }
        try
        {
            return IsJson(response) && FhirJson.Read(await SmallAnswer.ReadAsync(response.Content, cancellation)) is OperationOutcome outcome
                ? EpdRemark.Of(outcome, options.Base)
                : null;
        }
        catch (Exception e) when (e is FhirFormatException or EpdException or IOException or HttpRequestException or InvalidDataException)
        {
            // The refusal stands without its explanation.
            return null;
        }
    }

    private async Task<Resource> ReadAsync(HttpResponseMessage response, FhirParser parse, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > _maximumBytes)
        {
            throw TooLarge();
        }
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var length = response.Content.Headers.ContentLength ?? 64 * 1024;
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(length + 1, 4096), _maximumBytes));
        var count = 0;
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer.AsMemory(count), cancellation)) > 0;)
            {
                count += read;
                if (count > _maximumBytes || (count == buffer.Length && count == _maximumBytes && await HasMoreAsync(stream, cancellation)))
                {
                    throw TooLarge();
                }
                if (count == buffer.Length && count < _maximumBytes)
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

    /// <summary>The limit is a power of two more often than not: one byte more would cost a buffer twice its size.</summary>
    private static async Task<bool> HasMoreAsync(Stream stream, CancellationToken cancellation) => await stream.ReadAsync(new byte[1], cancellation) > 0;

    private static EpdException TooLarge() => new(EpdFailure.TooLarge, "The EPD's answer is larger than Epd:MaximumBytes.");

    private static byte[] Grow(byte[] full, int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.AsSpan(0, count).CopyTo(larger);
        full.AsSpan(0, count).Clear();
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
