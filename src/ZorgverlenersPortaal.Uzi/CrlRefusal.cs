namespace ZorgverlenersPortaal.Uzi;

/// <summary>Why a revocation list was not taken; the last good one stays in use.</summary>
public enum CrlRefusal
{
    /// <summary>The file or folder could not be read; or the list is in use but could not be kept on disk.</summary>
    Unreadable = 1,

    /// <summary>The address did not answer in time, or with something else than a list.</summary>
    Unreachable,

    /// <summary>More than 32 MB.</summary>
    TooLarge,

    /// <summary>Not strict DER of a version 2 list with nextUpdate and crlNumber.</summary>
    Malformed,

    /// <summary>No configured CA has the name of the list's issuer.</summary>
    UnknownIssuer,

    /// <summary>The CA's own keyUsage does not allow it to sign lists.</summary>
    IssuerMayNotSign,

    /// <summary>Signed with less than SHA-256, or with an algorithm we do not know.</summary>
    WeakSignature,

    /// <summary>Not signed with the key of the configured CA.</summary>
    BadSignature,

    /// <summary>thisUpdate lies more than five minutes ahead of our clock.</summary>
    NotYetIssued,

    /// <summary>nextUpdate has passed.</summary>
    Expired,

    /// <summary>A critical extension we do not understand.</summary>
    UnknownCriticalExtension,

    /// <summary>A delta list, an indirect one, or one for some reasons or attribute certificates only.</summary>
    DeltaOrIndirect,

    /// <summary>Lower crlNumber or earlier thisUpdate than the list in use: an old list played back.</summary>
    OlderThanStored,
}
