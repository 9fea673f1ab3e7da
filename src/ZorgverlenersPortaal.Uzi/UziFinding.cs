namespace ZorgverlenersPortaal.Uzi;

/// <summary>One check's reason to refuse; no finding means that the check found nothing wrong.</summary>
internal sealed record UziFinding(UziRefusal Refusal, string Detail)
{
    /// <summary>Set when an answer to it may change the outcome.</summary>
    public OcspQuestion? Question { get; init; }
}
