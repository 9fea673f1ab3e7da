namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>A sign-in by way of Dezi stops here.</summary>
/// <param name="refusal">The one code of this refusal.</param>
/// <param name="detail">For the log: what was found, without any part of a token or a name.</param>
internal sealed class DeziRefusedException(DeziRefusal refusal, string detail) : Exception(detail)
{
    /// <summary>The one code of this refusal.</summary>
    public DeziRefusal Refusal { get; } = refusal;
}
