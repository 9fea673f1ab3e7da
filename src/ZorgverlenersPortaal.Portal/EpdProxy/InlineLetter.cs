using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Pages.Fout;

namespace ZorgverlenersPortaal.Portal.EpdProxy;

/// <summary>Sends a letter that stands inside its DocumentReference: the same look at its first bytes, the same headers, no other size.</summary>
internal static class InlineLetter
{
    /// <summary>Throws <see cref="EpdException"/> or <see cref="LetterNotShownException"/> while nothing has been sent.</summary>
    public static async Task SendAsync(HttpContext context, OpenedLetter letter, CancellationToken patience)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience, context.RequestAborted);
        byte[]? bytes;
        try
        {
            bytes = await letter.ReadInlineAsync(both.Token);
        }
        catch (OperationCanceledException e) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw new EpdException(EpdFailure.TimedOut, "The letter could not be fetched in time.", e);
        }
        if (bytes is null || !PdfContent.IsPdf(bytes))
        {
            throw new LetterNotShownException();
        }
        LetterHeaders.Set(context.Response, bytes.Length);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
