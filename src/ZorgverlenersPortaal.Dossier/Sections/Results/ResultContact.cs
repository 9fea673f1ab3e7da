namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Who made, judged or asked for a result, and the number to call when the EPD gives one.</summary>
public sealed record ResultContact(string Name, string? Phone);
