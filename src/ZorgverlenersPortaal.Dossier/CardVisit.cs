using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier;

/// <summary>
/// One request of somebody who is signed in with a card. What may be done depends on the kind: a <see cref="Visit"/> is a
/// doctor's, a <see cref="StaffVisit"/> is of the hospital's own staff and opens no patient, because no grant can be made of it.
/// </summary>
public abstract record CardVisit
{
    /// <summary>Opaque reference of the session (not its secret).</summary>
    public required string SessionReference { get; init; }

    /// <summary>Also sent to the EPD, so that both logs can be laid side by side.</summary>
    public required string RequestId { get; init; }

    /// <summary>The short code a person can read out; found in the log by the same request.</summary>
    public required string Incident { get; init; }

    /// <summary>Serial number of the card's certificate, hexadecimal; null in a session without a card.</summary>
    public required string? CardSerial { get; init; }

    /// <summary>Issuer of the card's certificate; null likewise.</summary>
    public required string? CardIssuer { get; init; }

    /// <summary>Network address of the client, as the connection shows it.</summary>
    public string? Address { get; init; }

    /// <summary>What who asks is to the portal.</summary>
    public abstract AccountFunction ActsAs { get; }

    /// <summary>The actor as the trail stores it.</summary>
    public abstract AuditActor Actor { get; }

    /// <summary>A record of something done in this visit that reads nobody's record; the caller says what.</summary>
    public AuditRecord Acting(AuditEventType type, AuditOutcome outcome, DateTimeOffset time) => new()
    {
        Event = type,
        Action = AuditAction.Execute,
        Outcome = outcome,
        Time = time,
        RequestId = RequestId,
        Incident = Incident,
        Actor = Actor,
    };
}
