namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>One of a doctor's own sessions as the page shows it.</summary>
/// <param name="Entry">When and where it began, and with which card.</param>
/// <param name="LastSeen">Its last request.</param>
/// <param name="IsThis">The session of this very request.</param>
public sealed record OwnSession(SessionEntry Entry, DateTimeOffset LastSeen, bool IsThis);
