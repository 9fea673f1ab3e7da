namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>Why records could not be sent just now.</summary>
public enum ShippingFaultKind
{
    /// <summary>Elasticsearch asks for patience: 429, 5xx, or some of the records.</summary>
    Busy,

    /// <summary>No answer: no connection, a broken one, or none in time.</summary>
    Unreachable,

    /// <summary>Elasticsearch does not take what is sent, and will not by waiting alone: credentials, template, address.</summary>
    Refused,

    /// <summary>The trail, or the file with the cursor, cannot be used.</summary>
    Store,
}
