namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>One visit to Dezi that is under way. Kept by the portal, encrypted, for ten minutes and one return.</summary>
public sealed record DeziFlow
{
    /// <summary>What it is for.</summary>
    public required DeziPurpose Purpose { get; init; }

    /// <summary>Comes back inside the identity token.</summary>
    public required string Nonce { get; init; }

    /// <summary>The secret behind the challenge that went with the browser (PKCE, RFC 7636).</summary>
    public required string Verifier { get; init; }

    /// <summary>SHA-256, hexadecimal, of the secret in the browser's cookie.</summary>
    public required string BrowserHash { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>A path of the portal itself to land on; chosen by the portal, never taken from a request.</summary>
    public required string Landing { get; init; }

    /// <summary>
    /// The session this browser had when it left. Its cookie is Strict and stays away on the return, and a new session ends the old one.
    /// </summary>
    public string? FormerSession { get; init; }

    /// <summary>Step-up: whom and which session the proof is for.</summary>
    public string? UziNumber { get; init; }

    /// <summary>Step-up: the reference of that session.</summary>
    public string? SessionReference { get; init; }
}
