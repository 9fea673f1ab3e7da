using System.Buffers;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Live;

namespace ZorgverlenersPortaal.Portal.EpdNotices;

/// <summary>
/// Takes one notice: it wakes who looks at a list, and nothing in it is acted on or kept. Answers are a status without a word.
/// </summary>
internal sealed partial class NoticeEndpoint(EpdNews news, NoticeMeters meters, EpdNotificationOptions options, TimeProvider clock, ILogger<NoticeEndpoint> logger)
{
    /// <summary>The one address.</summary>
    public const string Path = "/epd/melding";

    /// <summary>Bytes of a notice at most: some hundreds of ids.</summary>
    public const int MaximumBytes = 64 * 1024;

    private readonly NoticeGaps _gaps = new();
    private readonly Lock _gate = new();
    private DateTimeOffset _minute;
    private int _taken;

    public async Task RunAsync(HttpContext context)
    {
        var (status, outcome) = await JudgeAsync(context);
        meters.Came(outcome);
        Answered(outcome, status);
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status200OK)
        {
            await news.TellAsync();
        }
        else
        {
            // What was not read is not waited for either.
            context.Response.Headers.Connection = "close";
        }
    }

    private async Task<(int Status, string Outcome)> JudgeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path != Path)
        {
            return (StatusCodes.Status404NotFound, "elsewhere");
        }
        if (!HttpMethods.IsPost(request.Method))
        {
            return (StatusCodes.Status405MethodNotAllowed, "method");
        }
        if (!MayTake())
        {
            return (StatusCodes.Status429TooManyRequests, "flood");
        }
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not ("application/fhir+json" or "application/json") || request.Headers.ContentEncoding.Count > 0)
        {
            return (StatusCodes.Status415UnsupportedMediaType, "type");
        }
        if (request.ContentLength > MaximumBytes)
        {
            return (StatusCodes.Status413PayloadTooLarge, "size");
        }
        return await ReadAsync(context);
    }

    private async Task<(int Status, string Outcome)> ReadAsync(HttpContext context)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaximumBytes + 1);
        var count = 0;
        try
        {
            for (int read; count <= MaximumBytes && (read = await context.Request.Body.ReadAsync(buffer.AsMemory(count, MaximumBytes + 1 - count), context.RequestAborted)) > 0;)
            {
                count += read;
            }
            if (count > MaximumBytes)
            {
                return (StatusCodes.Status413PayloadTooLarge, "size");
            }
            if (NoticeReader.Read(buffer.AsSpan(0, count)) is not { } notice)
            {
                return (StatusCodes.Status422UnprocessableEntity, "content");
            }
            if (_gaps.Missed(notice) is var missed and > 0)
            {
                meters.Missed(missed);
                Gap(missed);
            }
            return (StatusCodes.Status200OK, Word(notice.Kind));
        }
        catch (BadHttpRequestException e)
        {
            return (e.StatusCode, "size");
        }
        finally
        {
            buffer.AsSpan(0, Math.Min(count, buffer.Length)).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>By the minute, for all callers together: they are one EPD.</summary>
    private bool MayTake()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now - _minute >= TimeSpan.FromMinutes(1))
            {
                (_minute, _taken) = (now, 0);
            }
            return ++_taken <= options.PerMinute;
        }
    }

    private static string Word(NoticeKind kind) => kind switch
    {
        NoticeKind.Other => "other",
        NoticeKind.Handshake => "handshake",
        NoticeKind.Heartbeat => "heartbeat",
        NoticeKind.Event => "event",
    };

    [LoggerMessage(EventId = 2051, Level = LogLevel.Information, Message = "A notice of the EPD ({Outcome}) was answered with {Status}")]
    private partial void Answered(string outcome, int status);

    [LoggerMessage(EventId = 2052, Level = LogLevel.Warning, Message = "The EPD counted {Missed} events of which no notice came; lists are looked at all the same")]
    private partial void Gap(long missed);
}
