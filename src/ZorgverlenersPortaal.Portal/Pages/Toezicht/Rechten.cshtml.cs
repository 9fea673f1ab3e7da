using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>What each role sees and how that came about, for the security officer. Reads only.</summary>
public sealed class Rechten(RoleMatrix matrix, TimeProvider clock) : PageModel
{
    /// <summary>The table.</summary>
    public RightsTable Rights { get; private set; } = null!;

    /// <summary>All versions.</summary>
    public RightsHistory History { get; private set; } = null!;

    /// <summary>The role asked for.</summary>
    public void OnGet(string? rol)
    {
        Rights = new(matrix.InForce(), CareRoles.Parse(rol) ?? CareRole.GeneralPractitioner, matrix.Next());
        History = RightsHistory.Of(matrix, clock.GetUtcNow());
    }
}
