using System.Collections.Concurrent;
using System.Net;
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
/// An OpenID Connect issuer on the loopback that speaks like Dezi (uzi.md §5.2), over real HTTPS. It is strict about what it is
/// asked: PKCE, the address of the return, one use of a code, the client's proof.
/// </summary>
public sealed class TestDeziIssuer : IAsyncDisposable
{
    public const string ClientId = "portaal-test";
    public const string ReturnAddress = "https://localhost:7443/inloggen/dezi/terug";

    /// <summary>Where the client is registered to come back.</summary>
    public string Registered { get; set; } = ReturnAddress;

    private readonly WebApplication _app;
    private readonly HttpClient _browser = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        SslOptions = new() { TargetHost = "localhost", CertificateChainPolicy = PortalClient.TrustInWebCa() },
    });
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _nonces = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, string? Assertion, string? Certificate)> _asked = new();

    private TestDeziIssuer(WebApplication app) => _app = app;

    public DeziScript Script { get; set; } = new();

    /// <summary>Set to the portal's, so that tokens are of its time.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Its name and its address, without a slash at its end.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The parameters of the last visit.</summary>
    public IReadOnlyDictionary<string, string> Visit { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Every request but those of browsers, with the proof it carried.</summary>
    public IReadOnlyList<(string Path, string? Assertion, string? Certificate)> Asked => [.. _asked];

    /// <summary>The key that this issuer encrypts answers for; the portal has its private half.</summary>
    public static RSA PortalKey => TestKeys.Rsa("dezi-portal");

    public static async Task<TestDeziIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = TestPki.Shared.ServerCertificate();
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        })));
        builder.WebHost.UseKestrelHttpsConfiguration();
        var issuer = new TestDeziIssuer(builder.Build());
        issuer._app.Run(issuer.HandleAsync);
        await issuer._app.StartAsync();
        issuer.Name = $"https://localhost:{new Uri(issuer._app.Urls.Single()).Port}";
        return issuer;
    }

    /// <summary>A person follows the portal to this issuer and signs in; returns where the issuer sends the browser, as path and query.</summary>
    public async Task<string> VisitAsync(string address)
    {
        using var answer = await _browser.GetAsync(new Uri(address));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.PathAndQuery;
    }

    /// <summary>Goes by another name of this machine, which to a browser is another site.</summary>
    public void Rename(string host) => Name = Name.Replace("localhost", host, StringComparison.Ordinal);

    /// <summary>Settings for a portal that trusts this issuer; the files go into the folder.</summary>
    public (string Key, string Value)[] SettingsIn(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "dezi-decrypt.key"), PortalKey.ExportPkcs8PrivateKeyPem());
        using var certificate = new CertificateRequest("CN=portaal", TestKeys.Rsa("dezi-client"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TestPki.Shared.Now.AddDays(-1), TestPki.Shared.Now.AddYears(1));
        File.WriteAllText(Path.Combine(folder, "dezi-client.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "dezi-client.key"), TestKeys.Rsa("dezi-client").ExportPkcs8PrivateKeyPem());
        return
        [
            ("Dezi:Enabled", "true"), ("Dezi:Issuer", Name), ("Dezi:ClientId", ClientId),
            ("Dezi:ClientCertificate", Path.Combine(folder, "dezi-client.crt")), ("Dezi:ClientCertificateKey", Path.Combine(folder, "dezi-client.key")),
            ("Dezi:DecryptionKey", Path.Combine(folder, "dezi-decrypt.key")), ("Dezi:Authorities", Path.Combine(folder, "web-ca.crt")),
            ("Dezi:TimeoutSeconds", "30"), ("Dezi:PinnedKeys:0", Jose.Thumbprint(TestKeys.Rsa("dezi"))),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/authorize")
        {
            var back = Authorize(context);
            if (Script.AsPage)
            {
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync($"""<meta http-equiv="refresh" content="0;url={WebUtility.HtmlEncode(back)}">""");
                return;
            }
            context.Response.Redirect(back);
            return;
        }
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : null;
#pragma warning disable RS0030 // the issuer is no portal
        _asked.Enqueue((path, form?["client_assertion"], context.Connection.ClientCertificate?.Thumbprint));
#pragma warning restore RS0030
        if (Script.Answers.TryGetValue(path, out var answer))
        {
            await answer(context);
            return;
        }
        var (status, text) = path switch
        {
            "/token" => Token(form!),
            "/userinfo" => Userinfo(context.Request.Headers.Authorization.ToString()),
            "/jwks.json" => (200, new JsonObject { ["keys"] = new JsonArray(Jose.PublicKey(Script.Key, Script.Kid)) }.ToJsonString()),
            _ => (404, ""),
        };
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(text);
    }

    private string Authorize(HttpContext context)
    {
        Visit = context.Request.Query.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        Assert.Equal(("code", ClientId, Registered), (Visit["response_type"], Visit["client_id"], Visit["redirect_uri"]));
        Assert.Equal(("openid", "S256", "login"), (Visit["scope"], Visit["code_challenge_method"], Visit["prompt"]));
        var code = "code-" + Guid.NewGuid().ToString("N");
        _codes[code] = Visit;
        return Script.Return?.Invoke(code, Visit["state"])
            ?? QueryHelpers.AddQueryString(Registered, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = Visit["state"], ["iss"] = Name });
    }

    private (int Status, string Text) Token(IFormCollection form)
    {
        if (!_codes.TryRemove(form["code"].ToString(), out var visit)
            || WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != visit["code_challenge"]
            || form["redirect_uri"] != Registered || form["client_id"] != ClientId)
        {
            return (400, """{"error":"invalid_grant"}""");
        }
        var access = Guid.NewGuid().ToString("N");
        _nonces[access] = visit["nonce"];
        JsonObject claims = new()
        {
            ["iss"] = Name,
            ["sub"] = "person-1",
            ["aud"] = ClientId,
            ["nonce"] = visit["nonce"],
            ["iat"] = Time(0),
            ["exp"] = Time(300),
            ["auth_time"] = Time(0),
        };
        Script.IdToken(claims);
        var identity = (Script.SignIdToken ?? Sign)(claims);
        return (200, $$"""{"access_token":"{{access}}","token_type":"Bearer","expires_in":60,"id_token":"{{identity}}"}""");
    }

    private (int Status, string Text) Userinfo(string authorization)
    {
        if (!_nonces.TryRemove(authorization.Replace("Bearer ", "", StringComparison.Ordinal), out _))
        {
            return (401, "");
        }
        JsonObject statement = new()
        {
            ["jti"] = "s",
            ["iss"] = "abonnee.dezi.nl",
            ["nbf"] = Time(-86400),
            ["exp"] = Time(86400 * 30),
            ["verklaring_id"] = "8539f75d",
            ["json_schema"] = "https://www.dezi.nl/json_schemas/v1/verklaring.json",
            ["loa_dezi"] = "http://eidas.europe.eu/LoA/high",
            ["dezi_nummer"] = TestCards.Huisarts.UziNumber,
            ["voorletters"] = "S.",
            ["voorvoegsel"] = null,
            ["achternaam"] = "Hoekstra",
            ["abonnee_nummer"] = "90000382",
            ["abonnee_naam"] = "Huisartsenpraktijk De Linde",
            ["rol_code"] = "01.015",
            ["rol_naam"] = "Huisarts",
            ["rol_code_bron"] = "http://www.dezi.nl/rol_code_bron/big",
        };
        Script.Statement(statement);
        JsonObject envelope = new()
        {
            ["jti"] = "e",
            ["iss"] = Name,
            ["aud"] = ClientId,
            ["iat"] = Time(0),
            ["exp"] = Time(300),
            ["loa_authn"] = "http://eidas.europa.eu/LoA/high",
            ["json_schema"] = "https://www.dezi.nl/json_schemas/v1/userinfo.json",
            ["verklaring_id"] = "8539f75d",
            ["verklaring"] = (Script.SignStatement ?? Sign)(statement),
        };
        Script.Envelope(envelope);
        return (200, (Script.Wrap ?? (signed => Jose.EncryptGcm(signed, PortalKey)))((Script.SignEnvelope ?? Sign)(envelope)));
    }

    private string Sign(JsonObject claims) => Jose.Rs256(claims, Script.Key, Script.Kid);

    private long Time(int seconds) => Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
}
