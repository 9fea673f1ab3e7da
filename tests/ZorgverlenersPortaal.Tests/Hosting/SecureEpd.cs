using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>
/// An EPD behind real TLS with its own token endpoint (SMART Backend Services). It lets nobody in whose assertion is not
/// signed by a key it knows, says the wrong thing, lives too long or was used before.
/// </summary>
public sealed class SecureEpd : IAsyncDisposable
{
    public const string ClientId = "portaal";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentQueue<(JsonObject Header, JsonObject Claims, IReadOnlyDictionary<string, string> Form)> _assertions = new();
    private readonly ConcurrentQueue<string> _refusals = new();
    private readonly ConcurrentQueue<string?> _certificates = new();

    private SecureEpd(WebApplication app) => _app = app;

    /// <summary>https://localhost with its port, without a slash.</summary>
    public string Origin { get; private set; } = "";

    public string Base => Origin + "/fhir";

    public string TokenAddress => Origin + "/auth/token";

    /// <summary>What smart-configuration names; the real one until a test says otherwise.</summary>
    public string? Named { get; set; }

    /// <summary>The portal's key set, as the EPD would have read it; empty: nobody is asked for a token.</summary>
    public Func<string> Keys { get; set; } = () => "";

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Scope in the token's answer; null leaves it out.</summary>
    public string? Scope { get; set; }

    public int ExpiresIn { get; set; } = 300;

    /// <summary>Answers in place of the token endpoint; false goes on.</summary>
    public Func<HttpContext, Task<bool>> OnToken { get; set; } = _ => Task.FromResult(false);

    /// <summary>Answers in place of FHIR, after the token was checked; false goes on.</summary>
    public Func<HttpContext, Task<bool>> OnFhir { get; set; } = _ => Task.FromResult(false);

    /// <summary>Method and path of every request, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public IReadOnlyList<(JsonObject Header, JsonObject Claims, IReadOnlyDictionary<string, string> Form)> Assertions => [.. _assertions];

    /// <summary>Why token requests were refused.</summary>
    public IReadOnlyList<string> Refusals => [.. _refusals];

    /// <summary>Thumbprints of the client certificates, null for none.</summary>
    public IReadOnlyList<string?> Certificates => [.. _certificates];

    public int TokensGiven { get; private set; }

    public static async Task<SecureEpd> StartAsync(X509Certificate2? certificate = null, Action<HttpsConnectionAdapterOptions>? tls = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                // This way Kestrel shows any certificate, also one it would call useless.
                listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => new(new SslServerAuthenticationOptions { ServerCertificate = certificate }) });
                return;
            }
            listen.UseHttps(https =>
            {
                https.ServerCertificate = TestPki.Shared.ServerCertificate();
                tls?.Invoke(https);
            });
        }));
        builder.WebHost.UseKestrelHttpsConfiguration();
        var epd = new SecureEpd(builder.Build());
        epd._app.Run(epd.HandleAsync);
        await epd._app.StartAsync();
        epd.Origin = $"https://localhost:{new Uri(epd._app.Urls.Single()).Port}";
        return epd;
    }

    /// <summary>No token given so far counts any more.</summary>
    public void ForgetTokens() => _tokens.Clear();

    public static Task<bool> StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.FromResult(true);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _asked.Enqueue($"{context.Request.Method} {path}");
#pragma warning disable RS0030 // the EPD is no portal
        _certificates.Enqueue(context.Connection.ClientCertificate?.Thumbprint);
#pragma warning restore RS0030
        context.Response.ContentType = "application/json";
        if (path == "/fhir/.well-known/smart-configuration")
        {
            await context.Response.WriteAsync(new JsonObject { ["token_endpoint"] = Named ?? TokenAddress }.ToJsonString());
        }
        else if (path == "/auth/token")
        {
            await TokenAsync(context);
        }
        else if (Keys().Length > 0 && !_tokens.ContainsKey(context.Request.Headers.Authorization.ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (!await OnFhir(context))
        {
            await FhirAsync(context, path);
        }
    }

    private static async Task FhirAsync(HttpContext context, string path)
    {
        if (path.Contains("/Binary/", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync("%PDF-1.7 letter");
            return;
        }
        context.Response.ContentType = "application/fhir+json";
        await context.Response.WriteAsync(path.EndsWith("/metadata", StringComparison.Ordinal)
            ? """{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1","rest":[{"mode":"server","resource":[{"type":"Condition","searchParam":[{"name":"patient"}]}]}]}"""
            : Some.Bundle().ToJsonString());
    }

    private async Task TokenAsync(HttpContext context)
    {
        if (await OnToken(context))
        {
            return;
        }
        var form = await context.Request.ReadFormAsync();
        if (Refusal(form) is { } refusal)
        {
            _refusals.Enqueue(refusal);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("""{"error":"invalid_client"}""");
            return;
        }
        TokensGiven++;
        var token = $"geheim-{TokensGiven}";
        _tokens["Bearer " + token] = true;
        JsonObject answer = new() { ["access_token"] = token, ["token_type"] = "bearer", ["expires_in"] = ExpiresIn };
        if (Scope is not null)
        {
            answer["scope"] = Scope;
        }
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    /// <summary>Written from fhir.md §4.6, with nothing of the portal's.</summary>
    private string? Refusal(IFormCollection form)
    {
        var parts = form["client_assertion"].ToString().Split('.');
        if (form["grant_type"] != "client_credentials" || form["client_assertion_type"] != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" || parts.Length != 3)
        {
            return "form";
        }
        var header = (JsonObject)JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[0]))!;
        var claims = (JsonObject)JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[1]))!;
        _assertions.Enqueue((header, claims, form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal)));
        var key = JsonNode.Parse(Keys())!["keys"]!.AsArray().FirstOrDefault(k => (string?)k!["kid"] == (string?)header["kid"]);
        var expires = (long)claims["exp"]! - Clock.GetUtcNow().ToUnixTimeSeconds();
        return key is null ? "kid"
            : !IsSigned(key, (string)header["alg"]!, Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), WebEncoders.Base64UrlDecode(parts[2])) ? "signature"
            : (string?)claims["iss"] != ClientId || (string?)claims["sub"] != ClientId ? "client"
            : (string?)claims["aud"] != TokenAddress ? "audience"
            : expires is <= 0 or > 300 ? "time"
            : !_used.TryAdd((string)claims["jti"]!, true) ? "replay"
            : null;
    }

    private static bool IsSigned(JsonNode key, string algorithm, byte[] text, byte[] signature)
    {
        byte[] Member(string name) => WebEncoders.Base64UrlDecode((string)key[name]!);
        switch (algorithm, (string)key["kty"]!)
        {
            case ("RS384", "RSA"):
                using (var rsa = RSA.Create(new RSAParameters { Modulus = Member("n"), Exponent = Member("e") }))
                {
                    return rsa.VerifyData(text, signature, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1);
                }
            case ("ES384", "EC"):
                using (var curve = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, Q = new() { X = Member("x"), Y = Member("y") } }))
                {
                    return curve.VerifyData(text, signature, HashAlgorithmName.SHA384);
                }
            default:
                return false;
        }
    }
}
