using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>An EPD that passes everything on to the sandbox, but has its own ways with letters.</summary>
internal sealed class RudeEpd : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly string _sandbox;
    private readonly WebApplication _app;

    private RudeEpd(string sandbox)
    {
        _sandbox = sandbox;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address => _app.Urls.First() + "/fhir";

    /// <summary>Headers of the last request for a Binary.</summary>
    public IHeaderDictionary Asked { get; private set; } = new HeaderDictionary();

    /// <summary>Runs when a Binary is asked for, before anything is answered; true when it answered itself.</summary>
    public Func<HttpContext, Task<bool>> OnBinary { get; set; } = _ => Task.FromResult(false);

    public static async Task<RudeEpd> StartAsync(string sandbox)
    {
        var epd = new RudeEpd(sandbox[..^"/fhir".Length]);
        await epd._app.StartAsync();
        return epd;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var isBinary = context.Request.Path.StartsWithSegments("/fhir/Binary", StringComparison.Ordinal);
        if (isBinary)
        {
            Asked = new HeaderDictionary(context.Request.Headers.ToDictionary());
            if (await OnBinary(context))
            {
                return;
            }

            context.Response.Headers.SetCookie = "epd=1";
            context.Response.Headers.ContentSecurityPolicy = "default-src *";
            context.Response.Headers.ContentDisposition = "attachment; filename=\"dossier 123456782.pdf\"";
            context.Response.Headers["X-Epd-Patient"] = "pat-00001";
            context.Response.Headers.Server = "EPD/1.0";
        }

        await ForwardAsync(context, isBinary ? "text/html" : null);
    }

    private async Task ForwardAsync(HttpContext context, string? contentType)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), _sandbox + context.Request.Path + context.Request.QueryString);
        request.Headers.TryAddWithoutValidation("Accept", context.Request.Headers.Accept.ToString());
        if (HttpMethods.IsPost(context.Request.Method))
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        using var response = await _http.SendAsync(request);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = contentType ?? response.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength = response.Content.Headers.ContentLength;
        await response.Content.CopyToAsync(context.Response.Body);
    }
}
