namespace ZorgverlenersPortaal.Audit;

/// <summary>One fact a decision rests on.</summary>
/// <param name="Name">What it is, coded, such as general-practitioner.</param>
/// <param name="Value">What was found.</param>
/// <param name="Source">Where it was found, such as Patient/123/4.</param>
/// <param name="Time">When it was read; stored in UTC with milliseconds.</param>
public sealed record AuditFact(string Name, string Value, string Source, DateTimeOffset Time);
