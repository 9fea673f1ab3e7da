using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier;

/// <summary>
/// Who looks, in which session and request, with which card: travels with every call, so that nothing can be read or
/// changed without the trail knowing by whom.
/// </summary>
public sealed record Visit
{
    /// <summary>The doctor.</summary>
    public required CareProvider Provider { get; init; }

    /// <summary>Opaque reference of the session (not its secret).</summary>
    public required string SessionReference { get; init; }

    /// <summary>Also sent to the EPD, so that both logs can be laid side by side.</summary>
    public required string RequestId { get; init; }

    /// <summary>The short code a doctor can read out; found in the log by the same request.</summary>
    public required string Incident { get; init; }

    /// <summary>Serial number of the card's certificate, hexadecimal; null in a session without a card.</summary>
    public required string? CardSerial { get; init; }

    /// <summary>Issuer of the card's certificate; null likewise.</summary>
    public required string? CardIssuer { get; init; }

    /// <summary>Network address of the client, as the connection shows it.</summary>
    public string? Address { get; init; }

    /// <summary>The actor as the trail stores it.</summary>
    public AuditActor Actor => new()
    {
        UziNumber = Provider.UziNumber,
        Name = Provider.Name,
        RoleCode = Provider.RoleCode,
        Agb = Provider.Agb?.Value,
        Ura = Provider.Ura,
        CardSerial = CardSerial,
        CardIssuer = CardIssuer,
        SessionId = SessionReference,
        Address = Address,
    };

    /// <summary>A record of something read in this visit; the caller says what and of whom.</summary>
    public AuditRecord Reading(AuditEventType type, AuditOutcome outcome, AuditDecision decision, DateTimeOffset time) => new()
    {
        Event = type,
        Action = AuditAction.Read,
        Outcome = outcome,
        Time = time,
        RequestId = RequestId,
        Incident = Incident,
        Actor = Actor,
        Decision = decision,
        Purpose = "TREAT",
    };
}
