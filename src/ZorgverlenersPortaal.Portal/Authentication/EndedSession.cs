namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The session of this request was good until it ended, with its own card on this connection: whose it was is sure.</summary>
/// <param name="UziNumber">The doctor.</param>
/// <param name="End">Why it ended.</param>
internal sealed record EndedSession(string UziNumber, SessionEnd End);
