namespace ZorgverlenersPortaal.Portal.Pages.Help;

/// <summary>One page of the manual; the HTML is ours and begins with the title as its h1.</summary>
public sealed record ManualPage(string Title, string Html);
