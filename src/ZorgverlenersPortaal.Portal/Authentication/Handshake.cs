namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// When this connection's handshake began, as a feature of the connection: before the card signed, so that a signature is
/// never taken for newer than it is.
/// </summary>
/// <param name="At">By the clock of this node.</param>
internal sealed record Handshake(DateTimeOffset At);
