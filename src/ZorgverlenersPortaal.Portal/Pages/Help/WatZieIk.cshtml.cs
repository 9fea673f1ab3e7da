using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Help;

/// <summary>What each role sees, by the matrix in force: for anybody with a session, a doctor's own role first.</summary>
[Authorize(FunctionPolicies.SignedIn)]
public sealed class WatZieIk(RoleMatrix matrix) : PageModel
{
    /// <summary>The table.</summary>
    public RightsTable Rights { get; private set; } = null!;

    /// <summary>The role asked for; what is no role is the own one.</summary>
    public void OnGet(string? rol)
    {
        var own = HttpContext.Features.Get<Visit>()?.Provider.Role ?? CareRole.GeneralPractitioner;
        Rights = new(matrix.InForce(), CareRoles.Parse(rol) ?? own, matrix.Next());
    }
}
