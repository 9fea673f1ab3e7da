namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>What a session was signed in with.</summary>
public enum SignInMethod
{
    /// <summary>A UZI card, which must be on the connection of every request.</summary>
    Card,

    /// <summary>Dezi: the session has its cookie alone.</summary>
    Dezi,
}
