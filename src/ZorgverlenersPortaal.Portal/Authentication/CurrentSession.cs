namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The session of the request at hand, as a feature of its context.</summary>
/// <param name="Hash">What it is found by.</param>
/// <param name="Session">The session, with its last request.</param>
/// <param name="Until">When it ends if nothing more is asked.</param>
/// <param name="IsLongest">It ends then in any case: a session may last no longer.</param>
public sealed record CurrentSession(string Hash, PortalSession Session, DateTimeOffset Until, bool IsLongest);
