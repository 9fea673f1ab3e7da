namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>The preamble a load balancer sends before TLS; one kind per listener, never guessed (docs/adr/0014).</summary>
public enum ProxyProtocolVersion
{
    /// <summary>None: whoever connects is the client.</summary>
    None,

    /// <summary>One line of text (nginx <c>stream</c>, HAProxy <c>send-proxy</c>).</summary>
    V1,

    /// <summary>Binary (HAProxy <c>send-proxy-v2</c>).</summary>
    V2,
}
