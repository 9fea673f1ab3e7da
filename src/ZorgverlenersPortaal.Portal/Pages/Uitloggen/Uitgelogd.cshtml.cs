using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ZorgverlenersPortaal.Portal.Pages.Uitloggen;

/// <summary>After signing out.</summary>
[AllowAnonymous]
public sealed class Uitgelogd : PageModel;
