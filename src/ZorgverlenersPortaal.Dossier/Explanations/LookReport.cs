using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>What an officer is shown of a period; its record is durable.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="List">The numbers, and the cases.</param>
/// <param name="Sample">The random sample; null when none was asked for.</param>
/// <param name="Draw">The record that holds the sample's seed.</param>
/// <param name="Rules">By which rules.</param>
public sealed record LookReport(DateOnly From, DateOnly Until, ReviewList List, ReviewSample? Sample, AuditReceipt? Draw, ReviewRules Rules);

