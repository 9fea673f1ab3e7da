namespace ZorgverlenersPortaal.Uzi;

/// <summary>One list that was looked for and what became of it; a PEM file may give several.</summary>
/// <param name="Source">The file or address.</param>
/// <param name="Outcome">Whether it is in use now.</param>
public sealed record CrlLoad(string Source, CrlOutcome Outcome);
