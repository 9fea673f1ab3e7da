using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Pages.Noodprocedure;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>The bar above a record that is open in an emergency.</summary>
/// <param name="InForce">The emergency.</param>
/// <param name="Handle">The patient's handle in this session.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record EmergencyBanner(EmergencyInForce InForce, string Handle, DateTimeOffset Now)
{
    /// <summary>The reason, in the middle of a sentence.</summary>
    public string Reason => (Enum.TryParse<EmergencyReason>(InForce.ReasonCode, out var reason) ? reason : EmergencyReason.Other).Dutch().ToLowerInvariant();

    /// <summary>Seconds that are left; the browser's own clock is not trusted.</summary>
    public int SecondsLeft => (int)Math.Max(0, Math.Floor((InForce.Until - Now).TotalSeconds));
}
