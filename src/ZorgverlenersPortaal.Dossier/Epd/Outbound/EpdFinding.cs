namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>One line of the check of the way to the EPD; English.</summary>
/// <param name="IsFault">Something does not work, or soon will not.</param>
/// <param name="Text">What was found.</param>
public sealed record EpdFinding(bool IsFault, string Text);
