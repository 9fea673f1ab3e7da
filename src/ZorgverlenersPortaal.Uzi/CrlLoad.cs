namespace ZorgverlenersPortaal.Uzi;

/// <summary>One list of the fed folder and what became of it; a PEM file may give several.</summary>
public sealed record CrlLoad(string File, CrlOutcome Outcome);
