namespace ZorgverlenersPortaal.Uzi;

/// <summary>What the lists and answers in memory say about one certificate.</summary>
public enum RevocationVerdict
{
    /// <summary>A list or an answer that counts covers the certificate and does not name it.</summary>
    Good,

    /// <summary>A list of its issuer names it, on hold included, however old the list; or a newer OCSP answer does.</summary>
    Revoked,

    /// <summary>A list covers the card but is too old to call it good: an OCSP question may still tell.</summary>
    TooOld,

    /// <summary>Nothing covers it: no conclusion.</summary>
    Unknown,
}
