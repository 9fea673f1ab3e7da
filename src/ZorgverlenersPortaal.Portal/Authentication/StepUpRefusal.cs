namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Why a challenge that came with a form proves nothing.</summary>
public enum StepUpRefusal
{
    /// <summary>Made up, used before, or older than five minutes.</summary>
    Unknown,

    /// <summary>It was made for another session.</summary>
    OtherSession,

    /// <summary>It was made for something else.</summary>
    OtherPurpose,

    /// <summary>The session was not signed in with a card; a later handshake would prove nothing.</summary>
    NoCard,
}
