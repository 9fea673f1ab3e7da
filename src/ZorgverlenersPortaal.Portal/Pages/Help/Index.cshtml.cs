using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ZorgverlenersPortaal.Portal.Pages.Help;

/// <summary>Help, also without a session.</summary>
[AllowAnonymous]
public sealed class Index : PageModel;
