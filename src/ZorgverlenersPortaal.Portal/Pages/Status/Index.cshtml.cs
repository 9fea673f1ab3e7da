using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Pages.Status;

/// <summary>Does the portal work? For anyone, without a card; nothing of patients, and nothing that helps an attacker.</summary>
[AllowAnonymous]
[NoActivity]
public sealed class Index(PortalSettings settings, RevocationStore lists, EpdHealth epd, AuditTrail trail, TimeProvider clock) : PageModel
{
    /// <summary>The parts, in the order in which a doctor meets them.</summary>
    public IReadOnlyList<StatusLine> Lines { get; private set; } = [];

    /// <summary>When this was so.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Looks.</summary>
    public void OnGet() => (Now, Lines) = (clock.GetUtcNow(), [StatusLine.OfCards(lists, settings.Trust), StatusLine.OfEpd(epd, settings.Portal.ReceptionPhone), StatusLine.OfTrail(trail)]);
}
