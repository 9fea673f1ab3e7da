using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer;

/// <summary>Who is at work on the office's pages; the policy of the folder lets nobody else come here.</summary>
internal static class OfficeVisits
{
    /// <summary>The visit of a member of staff; throws when there is none.</summary>
    public static StaffVisit Office(this HttpContext context) => context.Features.GetRequiredFeature<StaffVisit>();

    /// <summary>The administrator as the one who changes something.</summary>
    public static ChangedBy Administrator(this HttpContext context) => ChangedBy.Administrator(context.Office());
}
