namespace ZorgverlenersPortaal.Dossier.Sections.Review;

/// <summary>A version that was shown and cannot be shown again.</summary>
/// <param name="Reference">Which, as the trail names it.</param>
/// <param name="Why">Why not.</param>
public sealed record MissingItem(string Reference, MissingReason Why);
