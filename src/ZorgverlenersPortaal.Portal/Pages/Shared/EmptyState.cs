namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>A section that was read in full and holds nothing. Never for an answer that failed or was cut (R7).</summary>
/// <param name="Title">"Geen operaties".</param>
/// <param name="Text">"In het EPD staan voor deze patiënt geen operaties."</param>
public sealed record EmptyState(string Title, string Text);
