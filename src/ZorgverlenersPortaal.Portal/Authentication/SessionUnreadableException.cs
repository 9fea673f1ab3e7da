namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The state holds something for this secret that is no session of ours: edited, copied, or put back after its end (H070).</summary>
public sealed class SessionUnreadableException() : Exception("The kept session cannot be decrypted, or it had ended.");
