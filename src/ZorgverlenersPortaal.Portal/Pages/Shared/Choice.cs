namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>One of the answers that a question offers.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What it reads.</param>
/// <param name="Hint">A line below it.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);
