using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>What the test issuer says; everything as it should be, except what a test changes.</summary>
public sealed record DeziScript
{
    /// <summary>Changes the claims of the identity token, the envelope or the statement before they are signed.</summary>
    public Action<JsonObject> IdToken { get; init; } = _ => { };

    public Action<JsonObject> Envelope { get; init; } = _ => { };

    public Action<JsonObject> Statement { get; init; } = _ => { };

    /// <summary>Signs each of the three; null signs RS256 with the published and pinned key.</summary>
    public Func<JsonObject, string>? SignIdToken { get; init; }

    public Func<JsonObject, string>? SignEnvelope { get; init; }

    public Func<JsonObject, string>? SignStatement { get; init; }

    /// <summary>What is sent for the signed envelope; null encrypts it for the portal.</summary>
    public Func<string, string>? Wrap { get; init; }

    /// <summary>The key it publishes and signs with.</summary>
    public RSA Key { get; init; } = TestKeys.Rsa("dezi");

    /// <summary>Its name.</summary>
    public string Kid { get; init; } = "dezi-1";

    /// <summary>Answers in the place of /token, /userinfo or /jwks.json.</summary>
    public IReadOnlyDictionary<string, RequestDelegate> Answers { get; init; } = new Dictionary<string, RequestDelegate>(StringComparer.Ordinal);

    /// <summary>Sends people back from a page of its own, as after typing a code, and not by a redirect.</summary>
    public bool AsPage { get; init; }

    /// <summary>Takes the place of the code and state in the address of the return.</summary>
    public Func<string, string, string>? Return { get; init; }
}
