using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier;

/// <summary>A request of the hospital's own staff. No grant takes one, so it can never open a patient or a list (R1).</summary>
public sealed record StaffVisit : CardVisit
{
    /// <summary>Who it is.</summary>
    public required StaffMember Member { get; init; }

    /// <inheritdoc />
    public override AccountFunction ActsAs => Member.Function;

    /// <inheritdoc />
    public override AuditActor Actor => new()
    {
        UziNumber = Member.UziNumber,
        Name = Member.Name,
        RoleCode = Member.RoleCode,
        Ura = Member.Ura,
        CardSerial = CardSerial,
        CardIssuer = CardIssuer,
        SessionId = SessionReference,
        Address = Address,
    };
}
