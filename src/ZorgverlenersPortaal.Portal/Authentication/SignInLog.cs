namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The operational log of sign-in, and its clock.</summary>
public sealed class SignInLog(ILogger<SignInLog> logger, TimeProvider clock)
{
    /// <summary>The clock sign-in goes by.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>A refusal under its own event id: the code, and what was wrong with the certificate (no name).</summary>
    public void Refused(SignInRefusal refusal, string detail)
    {
        ArgumentNullException.ThrowIfNull(refusal);
#pragma warning disable CA1848 // a generated message has one fixed id, and here every refusal has its own (R9)
        logger.LogWarning(
            new EventId(refusal.Text.EventId, refusal.Reason), "Sign-in refused: {Code} {Reason} ({Detail})", refusal.Text.Code, refusal.Reason, detail);
#pragma warning restore CA1848
    }
}
