namespace ZorgverlenersPortaal.Audit;

/// <summary>The decision that allowed or refused the act, the same one the page explains (DESIGN §7).</summary>
/// <param name="Verdict">Granted or denied, coded.</param>
/// <param name="Rule">The rule that decided, such as own-patient.</param>
/// <param name="ReasonCode">The stable code of the reason.</param>
/// <param name="Facts">What the decision rests on, in the order it was looked at.</param>
public sealed record AuditDecision(string Verdict, string Rule, string ReasonCode, IReadOnlyList<AuditFact> Facts);
