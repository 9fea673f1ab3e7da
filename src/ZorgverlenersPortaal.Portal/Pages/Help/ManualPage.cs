using Microsoft.AspNetCore.Html;

namespace ZorgverlenersPortaal.Portal.Pages.Help;

/// <summary>One page of the manual. Only <see cref="Manual"/> makes one, from files built into the program and without raw HTML.</summary>
public sealed record ManualPage(string Title, IHtmlContent Body);
