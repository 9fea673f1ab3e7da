namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The operational log of sign-in, and its clock.</summary>
public sealed partial class SignInLog(ILogger<SignInLog> logger, TimeProvider clock)
{
    /// <summary>The clock sign-in goes by.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>A refusal: the code, and what was wrong with the certificate (no name).</summary>
    [LoggerMessage(1002, LogLevel.Warning, "Sign-in refused: {Reason} ({Detail})")]
    public partial void Refused(string reason, string detail);
}
