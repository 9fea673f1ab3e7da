namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>A signed-in doctor, bound to one card. Kept server-side and encrypted; the browser holds only a random secret.</summary>
public sealed record PortalSession
{
    /// <summary>Opaque reference for trail and handles; not the secret.</summary>
    public required string Reference { get; init; }

    /// <summary>UZI number of the card.</summary>
    public required string UziNumber { get; init; }

    /// <summary>SHA-256 of the card's certificate, hexadecimal.</summary>
    public required string CardThumbprint { get; init; }

    /// <summary>Serial number of the card's certificate.</summary>
    public required string CardSerial { get; init; }

    /// <summary>Issuing CA of the card.</summary>
    public required string CardIssuer { get; init; }

    /// <summary>SHA-256 of the issuing CA, by which the running session is judged again.</summary>
    public required string IssuerThumbprint { get; init; }

    /// <summary>The card's own end.</summary>
    public required DateTimeOffset CardNotAfter { get; init; }

    /// <summary>Name on the card.</summary>
    public required string CardName { get; init; }

    /// <summary>Role code on the card.</summary>
    public required string RoleCode { get; init; }

    /// <summary>Subscriber number on the card.</summary>
    public required string Ura { get; init; }

    /// <summary>When the doctor signed in.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The last request.</summary>
    public required DateTimeOffset LastSeen { get; init; }
}
