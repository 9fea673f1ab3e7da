namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>How far a preamble is.</summary>
internal enum ProxyProtocolState
{
    /// <summary>More bytes are needed.</summary>
    Incomplete,

    /// <summary>It is no preamble of this version.</summary>
    Malformed,

    /// <summary>It is all there.</summary>
    Complete,
}
