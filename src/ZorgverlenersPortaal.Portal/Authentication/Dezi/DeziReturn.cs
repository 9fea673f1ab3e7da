using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>How a return from Dezi ended.</summary>
/// <param name="Refusal">What the person reads when it was refused; null when it was not.</param>
/// <param name="Landing">Where to go on; a path of the portal itself. Null when refused.</param>
public sealed record DeziReturn(SignInRefusal? Refusal, string? Landing)
{
    /// <summary>Who signed in; null when refused or when somebody who was in already proved it once more.</summary>
    public Account? Account { get; init; }
}
