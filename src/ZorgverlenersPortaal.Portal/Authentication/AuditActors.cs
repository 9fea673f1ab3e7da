using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The holder of a card as the trail stores an actor.</summary>
internal static class AuditActors
{
    /// <summary>Whatever could be read of the card; nothing without one.</summary>
    public static AuditActor Of(UziIdentity? card, string? session, string? address) => new()
    {
        UziNumber = card?.UziNumber,
        Name = card?.DisplayName,
        RoleCode = card?.RoleCode,
        Agb = card?.Agb,
        Ura = card?.Ura,
        CardSerial = Known(card?.CertificateSerial),
        CardIssuer = Known(card?.IssuerName),
        SessionId = session,
        Address = address,
    };

    // With Dezi there is no certificate; the trail leaves out what is unknown.
    private static string? Known(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
