namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>What became of one document.</summary>
internal enum BulkVerdict
{
    /// <summary>It is in the index by this request.</summary>
    Stored,

    /// <summary>It was there already.</summary>
    AlreadyThere,

    /// <summary>Not now: it is sent again.</summary>
    Again,

    /// <summary>Refused for itself: sending it again as it is brings nothing.</summary>
    Refused,
}
