namespace ZorgverlenersPortaal.Portal.EpdProxy;

/// <summary>What every letter is sent with, whatever the EPD said of it: a PDF in a sandbox, under a name of ours.</summary>
internal static class LetterHeaders
{
    /// <summary>In the items of a request whose letter stands in a page of the portal's own.</summary>
    public static readonly object InPage = new();

    /// <summary>No other site frames a letter, and the portal only on the page on which it is read.</summary>
    public static void Set(HttpResponse response, long? length)
    {
        var isInPage = response.HttpContext.Items.ContainsKey(InPage);
        if (isInPage)
        {
            response.Headers.XFrameOptions = "SAMEORIGIN";
        }
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentLength = length;
        response.ContentType = "application/pdf";
        response.Headers.ContentDisposition = "inline; filename=\"brief.pdf\"";
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; frame-ancestors {(isInPage ? "'self'" : "'none'")}; base-uri 'none'; form-action 'none'; sandbox";
    }
}
