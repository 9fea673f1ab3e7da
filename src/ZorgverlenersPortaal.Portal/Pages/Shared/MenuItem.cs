namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>One entry of the main menu.</summary>
/// <param name="Section">The pages it stands for.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Icon">Name in the sprite.</param>
/// <param name="Label">What it reads.</param>
public sealed record MenuItem(PageSection Section, string Path, string Icon, string Label);
