using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier;

/// <summary>
/// Who looks, in which session and request, with which card: travels with every call, so that nothing can be read or
/// changed without the trail knowing by whom.
/// </summary>
public sealed record Visit : CardVisit
{
    /// <summary>The doctor.</summary>
    public required CareProvider Provider { get; init; }

    /// <inheritdoc />
    public override AccountFunction ActsAs => AccountFunction.CareProvider;

    /// <inheritdoc />
    public override AuditActor Actor => new()
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
