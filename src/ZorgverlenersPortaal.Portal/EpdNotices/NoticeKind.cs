namespace ZorgverlenersPortaal.Portal.EpdNotices;

/// <summary>Kinds of notice of the Subscriptions R5 Backport.</summary>
internal enum NoticeKind
{
    /// <summary>A kind this portal does not know; it wakes all the same.</summary>
    Other,

    /// <summary>The EPD tries whether somebody answers.</summary>
    Handshake,

    /// <summary>Nothing happened, and the EPD lives.</summary>
    Heartbeat,

    /// <summary>Something happened.</summary>
    Event,
}
