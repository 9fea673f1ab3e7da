using System.Net;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Pages.Fout;
using Yarp.ReverseProxy.Forwarder;

namespace ZorgverlenersPortaal.Portal.EpdProxy;

/// <summary>Streams a letter from the EPD's Binary through YARP's forwarder: nothing buffered, headers by allow-list both ways.</summary>
public sealed class LetterForwarder(IHttpForwarder forwarder, EpdConnection connection, EpdOptions options, TimeProvider clock)
{
    private static readonly ForwarderRequestConfig _request = new()
    {
        ActivityTimeout = TimeSpan.FromSeconds(30),
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
    };

    /// <summary>
    /// Sends the letter. Throws <see cref="EpdException"/> or <see cref="LetterNotShownException"/> while nothing has been sent;
    /// a fault after that aborts the connection: never a short "complete" file.
    /// </summary>
    public async Task SendAsync(HttpContext context, OpenedLetter letter)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(letter);
        // Until the first bytes; a letter that flows may take longer, and only a silence of 30 seconds ends it.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.SectionSeconds), clock);
        if (letter.Address is null)
        {
            await InlineLetter.SendAsync(context, letter, patience.Token);
            return;
        }
        var transformer = new LetterTransformer(letter, options.MaximumBytes, () => patience.CancelAfter(Timeout.InfiniteTimeSpan));
        var error = await forwarder.SendAsync(context, options.Base.AbsoluteUri, connection.Letters, _request, transformer, patience.Token);
        if (transformer.Refused is { } refused)
        {
            Restart(context);
            throw refused;
        }
        if (error == ForwarderError.None)
        {
            return;
        }
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        Restart(context);
        if (context.GetForwarderErrorFeature()?.Exception is EpdException named && !patience.IsCancellationRequested)
        {
            throw new EpdException(named.Failure, $"The letter could not be fetched: {named.Message}", named);
        }
        var failure = error is ForwarderError.RequestTimedOut || patience.IsCancellationRequested ? EpdFailure.TimedOut : EpdFailure.Unreachable;
        throw new EpdException(failure, $"The letter could not be fetched: {error}.");
    }

    /// <summary>The forwarder may have set a status; the error page chooses its own.</summary>
    private static void Restart(HttpContext context)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            context.Response.Headers.ContentLength = null;
            context.Response.Headers.ContentType = default;
            context.Response.Headers.ContentDisposition = default;
        }
    }
}
