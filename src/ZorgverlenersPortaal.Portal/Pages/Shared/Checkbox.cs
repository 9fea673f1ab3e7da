namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>One thing to tick.</summary>
/// <param name="Field">Name, label, hint and fault.</param>
/// <param name="IsTicked">As it was sent, or as it is.</param>
public sealed record Checkbox(Field Field, bool IsTicked);
