namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>How the portal makes itself known to the EPD (docs/adr/0022).</summary>
public enum EpdAuthentication
{
    /// <summary>Not at all: an EPD in the same closed network, or a sandbox.</summary>
    None,

    /// <summary>By its TLS client certificate (mTLS).</summary>
    ClientCertificate,

    /// <summary>By an access token that a signed assertion buys (SMART Backend Services); with a client certificate too where one is set.</summary>
    SmartBackendServices,
}
