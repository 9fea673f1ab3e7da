namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Addresses of the sign-in page.</summary>
internal static class SignInAddress
{
    /// <summary>Says why the session ended, and where the text of a form waits; null: a first visit.</summary>
    public static string After(SessionEnd? end, string? draft) => (end, draft) switch
    {
        (null, _) => "/inloggen",
        (_, null) => $"/inloggen?einde={end}",
        _ => $"/inloggen?einde={end}&concept={draft}",
    };
}
