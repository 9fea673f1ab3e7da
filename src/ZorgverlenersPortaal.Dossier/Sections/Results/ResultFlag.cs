namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>A mark that the source gave beside a value; the portal computes none (R11).</summary>
/// <param name="Code">H, L, HH, LL, A, AA, S, I, R, ... ; null when the source used no code that is known here.</param>
/// <param name="Text">In Dutch, or in the source's words.</param>
/// <param name="Symbol">↑, ↓ and the like; empty where there is none.</param>
/// <param name="IsCritical">The source calls it critical (HH, LL, AA).</param>
public sealed record ResultFlag(string? Code, string Text, string Symbol, bool IsCritical);
