using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ZorgverlenersPortaal.Portal.Pages.Blokkeren;

/// <summary>The account is blocked; now the card. Says nothing of any account: whoever opens the address reads the same.</summary>
[AllowAnonymous]
public sealed class Gedaan : PageModel;
