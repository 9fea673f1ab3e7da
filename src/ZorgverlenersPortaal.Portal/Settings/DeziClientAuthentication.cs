namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>How the portal proves to Dezi that it is the portal.</summary>
public enum DeziClientAuthentication
{
    /// <summary>A short-lived statement signed with the client's key (RFC 7523, private_key_jwt).</summary>
    PrivateKeyJwt,

    /// <summary>The client certificate on the TLS connection (RFC 8705).</summary>
    TlsCertificate,

    /// <summary>Only the client's name, as in the public demonstration client; never in Production.</summary>
    None,
}
