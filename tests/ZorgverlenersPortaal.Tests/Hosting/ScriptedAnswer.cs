using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>What the scripted EPD does with a request: a decent answer, or one of the ways in which real servers misbehave.</summary>
public sealed class ScriptedAnswer
{
    private readonly Func<AskedRequest, HttpContext, CancellationToken, Task> _send;

    private ScriptedAnswer(Func<AskedRequest, HttpContext, CancellationToken, Task> send) => _send = send;

    internal Task SendAsync(AskedRequest asked, HttpContext context, CancellationToken released) => _send(asked, context, released);

    /// <summary>A FHIR resource.</summary>
    public static ScriptedAnswer Json(JsonNode resource, int status = 200) => Json(_ => resource, status);

    /// <summary>A FHIR resource made of the request.</summary>
    public static ScriptedAnswer Json(Func<AskedRequest, JsonNode> make, int status = 200) => new((asked, context, _) =>
        WriteAsync(context, status, "application/fhir+json; charset=utf-8", Encoding.UTF8.GetBytes(make(asked).ToJsonString())));

    /// <summary>A searchset of these resources without any link.</summary>
    public static ScriptedAnswer Bundle(params JsonObject[] resources) => Json(Some.Bundle(resources));

    /// <summary>An empty body with a status.</summary>
    public static ScriptedAnswer Status(int status, params (string Name, string Value)[] headers) => new((_, context, _) =>
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }
        return WriteAsync(context, status, "application/fhir+json", []);
    });

    /// <summary>Any text, e.g. a login page with status 200.</summary>
    public static ScriptedAnswer Text(string body, string contentType = "text/html", int status = 200) =>
        new((_, context, _) => WriteAsync(context, status, contentType, Encoding.UTF8.GetBytes(body)));

    /// <summary>Any bytes, called JSON.</summary>
    public static ScriptedAnswer Bytes(byte[] body, string? encoding = null) => new((_, context, _) =>
    {
        context.Response.Headers.ContentEncoding = encoding;
        return WriteAsync(context, 200, "application/fhir+json", body);
    });

    /// <summary>A redirect.</summary>
    public static ScriptedAnswer Redirect(string to, int status = 302) => Status(status, ("Location", to));

    /// <summary>No answer until <see cref="ScriptedEpd.Release"/>, or until the caller gives up; then 200 with a Bundle.</summary>
    public static ScriptedAnswer Hang() => new(async (asked, context, released) =>
    {
        await UntilAsync(released, context.RequestAborted);
        await Bundle().SendAsync(asked, context, released);
    });

    /// <summary>Headers and half of the body, then nothing until released.</summary>
    public static ScriptedAnswer Stall(JsonNode resource) => new(async (_, context, released) =>
    {
        await HalfAsync(context, resource);
        await UntilAsync(released, context.RequestAborted);
        context.Abort();
    });

    /// <summary>Promises the whole length, sends half, closes the connection.</summary>
    public static ScriptedAnswer Truncated(JsonNode resource) => new(async (_, context, _) =>
    {
        await HalfAsync(context, resource);
        context.Abort();
    });

    /// <summary>Closes the connection without any answer.</summary>
    public static ScriptedAnswer Drop() => new((_, context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>A few kilobytes that unpack to this many megabytes of JSON white space.</summary>
    public static ScriptedAnswer GzipBomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)' ');
            for (var i = 0; i < megabytes; i++)
            {
                gzip.Write(block);
            }
        }
        return Bytes(packed.ToArray(), "gzip");
    }

    /// <summary>Whatever the test writes.</summary>
    public static ScriptedAnswer Custom(Func<AskedRequest, HttpContext, Task> send) => new((asked, context, _) => send(asked, context));

    private static async Task HalfAsync(HttpContext context, JsonNode resource)
    {
        var body = Encoding.UTF8.GetBytes(resource.ToJsonString());
        context.Response.ContentType = "application/fhir+json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await context.Response.Body.FlushAsync();
    }

    private static async Task UntilAsync(CancellationToken released, CancellationToken aborted)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var one = released.Register(() => over.TrySetResult());
        await using var other = aborted.Register(() => over.TrySetResult());
        // A deadline that never comes fails the test that waits for it, instead of holding up all.
        await over.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static async Task WriteAsync(HttpContext context, int status, string contentType, byte[] body)
    {
        context.Response.StatusCode = status;
        if (body.Length == 0)
        {
            return;
        }
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
