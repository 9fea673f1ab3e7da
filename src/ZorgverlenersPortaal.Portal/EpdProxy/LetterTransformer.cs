using Yarp.ReverseProxy.Forwarder;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Pages.Fout;

namespace ZorgverlenersPortaal.Portal.EpdProxy;

/// <summary>
/// What crosses between browser and EPD. Nothing of the browser's request goes out, and of the EPD's answer only the
/// length and the bytes come back; every other header is ours (YARP copies all by default).
/// </summary>
internal sealed class LetterTransformer(OpenedLetter letter, int mostInJson, Action begun) : HttpTransformer
{
    /// <summary>Why the answer was not passed on.</summary>
    public Exception? Refused { get; private set; }

    public override ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        proxyRequest.RequestUri = letter.Address;
        proxyRequest.Headers.TryAddWithoutValidation("Accept", "application/pdf");
        proxyRequest.Headers.TryAddWithoutValidation("X-Request-Id", letter.RequestId);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is null)
        {
            return false;
        }
        if (StatusFailure.Of(proxyResponse.StatusCode) is { } failure)
        {
            Refused = new EpdException(failure, $"The EPD answered {(int)proxyResponse.StatusCode} for a letter.");
            return false;
        }
        if (await PdfAsync(proxyResponse.Content, cancellationToken) is not { } pdf)
        {
            Refused ??= new LetterNotShownException();
            return false;
        }
        begun();
        proxyResponse.Content = pdf;
        LetterHeaders.Set(httpContext.Response, pdf.Headers.ContentLength);
        return true;
    }

    /// <summary>Some EPDs give a Binary only as a resource, whatever is asked for.</summary>
    private async Task<HttpContent?> PdfAsync(HttpContent content, CancellationToken cancellation)
    {
        try
        {
            return !OpenedLetter.IsResource(content) ? await PdfContent.SniffAsync(content, cancellation)
                : await letter.UnwrapAsync(content, mostInJson, cancellation) is { } bytes && PdfContent.IsPdf(bytes) ? new ByteArrayContent(bytes)
                : null;
        }
        catch (EpdException e)
        {
            Refused = e;
            return null;
        }
    }
}
