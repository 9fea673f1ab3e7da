namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Why a session is over.</summary>
public enum SessionEnd
{
    /// <summary>No session of this secret: ended before, or never one.</summary>
    Unknown,

    /// <summary>Ended from another session, by another sign-in, or by the office, while a page of it was open.</summary>
    Elsewhere,

    /// <summary>Too long without a request.</summary>
    Idle,

    /// <summary>Lasted as long as a session may.</summary>
    TooOld,

    /// <summary>The connection shows another card, or none: ended, and recorded as refused.</summary>
    OtherCard,

    /// <summary>What the state holds is not what was kept: edited, copied, or put back after its end (H070); recorded as refused.</summary>
    Unreadable,

    /// <summary>The card was revoked, expired, or is no longer let in.</summary>
    CardEnded,

    /// <summary>Nobody could tell for too long whether the card is revoked: lists too old, no OCSP answer (R8).</summary>
    CardUnchecked,

    /// <summary>Signed in with Dezi, and that has been switched off.</summary>
    DeziOff,

    /// <summary>The account is gone, blocked or changed.</summary>
    AccountEnded,

    /// <summary>The yearly confirmation of the account is past due.</summary>
    AccountUnconfirmed,
}
