namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>What an officer wants to do with a case.</summary>
/// <param name="Step">The step.</param>
/// <param name="Words">Question or reason, as typed.</param>
/// <param name="Verdict">What she finds; only of a judgement.</param>
/// <param name="Minutes">How long it took her, by her own word; only of a judgement.</param>
public sealed record CaseAct(CaseStep Step, string? Words, CaseVerdict? Verdict = null, int? Minutes = null);
