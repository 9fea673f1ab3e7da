namespace ZorgverlenersPortaal.Uzi;

/// <summary>What the lists in memory say about one certificate.</summary>
public enum RevocationVerdict
{
    /// <summary>A list that covers the certificate and is young enough does not name it.</summary>
    Good,

    /// <summary>A list of its issuer names it, on hold included, however old the list.</summary>
    Revoked,

    /// <summary>No list covers it, or the list is too old: no conclusion.</summary>
    Unknown,
}
