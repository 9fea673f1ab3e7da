namespace ZorgverlenersPortaal.Audit;

/// <summary>
/// Who acted, with which card and from where. Every field may be unknown: a refused card is recorded as well.
/// </summary>
public sealed record AuditActor
{
    /// <summary>The UZI number on the card.</summary>
    public string? UziNumber { get; init; }

    /// <summary>The name as the card or the account gives it.</summary>
    public string? Name { get; init; }

    /// <summary>The UZI role code, such as 01.015.</summary>
    public string? RoleCode { get; init; }

    /// <summary>The personal AGB code, eight digits.</summary>
    public string? Agb { get; init; }

    /// <summary>The URA number of the organisation on the card.</summary>
    public string? Ura { get; init; }

    /// <summary>The serial number of the certificate, in hexadecimal.</summary>
    public string? CardSerial { get; init; }

    /// <summary>The issuing CA of the certificate.</summary>
    public string? CardIssuer { get; init; }

    /// <summary>An opaque reference to the session, never the secret in the cookie.</summary>
    public string? SessionId { get; init; }

    /// <summary>The network address of the client.</summary>
    public string? Address { get; init; }
}
