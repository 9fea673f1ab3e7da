namespace ZorgverlenersPortaal.Uzi;

/// <summary>One check's reason to refuse; no finding means that the check found nothing wrong.</summary>
internal sealed record UziFinding(UziRefusal Refusal, string Detail);
