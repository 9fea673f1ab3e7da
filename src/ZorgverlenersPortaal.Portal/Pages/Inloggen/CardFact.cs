namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>One thing that the offered card says, as a page shows it. Dutch.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">As on the card; a stranger wrote it, so it is text and nothing else.</param>
/// <param name="Note">What a doctor should know about it; null: nothing.</param>
public sealed record CardFact(string Label, string Value, string? Note = null);
