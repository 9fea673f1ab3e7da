namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Why a certificate may not sign in: one reason, one member (R9), in the order in which they are looked for.
/// </summary>
public enum UziRefusal
{
    /// <summary>The connection carries no client certificate.</summary>
    NoCertificate = 1,

    /// <summary>
    /// Not strict DER of an X.509 v3 certificate of at most 16 kB: doubled extension, serial ≤ 0, unreadable part.
    /// </summary>
    Malformed,

    /// <summary>No chain to a configured root through configured CAs only.</summary>
    UntrustedChain,

    /// <summary>
    /// The chain holds, but the CA that issued the card is not a pinned UZI CA with a rule of its own.
    /// </summary>
    UnknownIssuer,

    /// <summary>
    /// A test card (issuer "TEST …" or an OID under 2.16.528.1.1007) where test cards are not allowed.
    /// </summary>
    TestCardNotAllowed,

    /// <summary>The card's notBefore lies ahead of our clock.</summary>
    NotYetValid,

    /// <summary>The card's notAfter lies behind our clock.</summary>
    Expired,

    /// <summary>A CA above the card is outside its own dates.</summary>
    IssuerNotValid,

    /// <summary>The card calls itself a CA (basicConstraints CA:TRUE).</summary>
    LeafIsCa,

    /// <summary>Card or CA key below RSA-2048 or ECDSA P-256, or of another kind.</summary>
    WeakKey,

    /// <summary>Card or CA signed with less than SHA-256, or with an algorithm we do not know.</summary>
    WeakSignature,

    /// <summary>
    /// keyUsage without digitalSignature: the signature or confidentiality certificate of the card was chosen.
    /// </summary>
    NotAuthenticationCertificate,

    /// <summary>keyUsage missing, or one that lets the card sign certificates or revocation lists.</summary>
    WrongKeyUsage,

    /// <summary>
    /// Extended key usage does not name clientAuth (any or none is not enough), in the card or in a CA that limits it.
    /// </summary>
    NotForClientAuthentication,

    /// <summary>None of the certificate policies that the issuer's rule asks for.</summary>
    WrongPolicy,

    /// <summary>
    /// The card names no revocation list (crlDistributionPoints), which every card of CIBG does (CPS table 8).
    /// </summary>
    NoRevocationAddress,

    /// <summary>The card is on its CA's revocation list, on hold included.</summary>
    Revoked,

    /// <summary>A CA above the card is on a revocation list.</summary>
    IssuerRevoked,

    /// <summary>The list that covers the card or a CA above it is too old, and no responder answered instead.</summary>
    RevocationListTooOld,

    /// <summary>No list covers the card or a CA above it, or the responder does not know the card: no conclusion, so no.</summary>
    RevocationUnknown,

    /// <summary>No subject alternative name of type 2.5.5.5: not a UZI certificate.</summary>
    NotUzi,

    /// <summary>More than one 2.5.5.5 name: two persons cannot share a card.</summary>
    AmbiguousSan,

    /// <summary>The 2.5.5.5 name is no IA5String or breaks the grammar of CPS §7.1.5; also an unreadable UPN.</summary>
    InvalidSan,

    /// <summary>The 2.5.5.5 name is well-formed, but of another version than 1.</summary>
    InvalidVersion,

    /// <summary>The 2.5.5.5 name is well-formed, but names a type of card that does not exist.</summary>
    InvalidType,

    /// <summary>The 2.5.5.5 name is well-formed, but its UZI number has no nine digits, or only zeros.</summary>
    InvalidUziNumber,

    /// <summary>The CA OID in the name is in no rule.</summary>
    UnknownCaOid,

    /// <summary>CA OID, card type and issuing CA do not belong together.</summary>
    CardTypeMismatch,

    /// <summary>Medewerkerpas op naam (N).</summary>
    EmployeeCard,

    /// <summary>Medewerkerpas niet op naam (M).</summary>
    UnnamedCard,

    /// <summary>Servercertificaat (S).</summary>
    ServerCertificate,

    /// <summary>A zorgverlenerpas with a role that no care provider has (00.*).</summary>
    RoleMismatch,

    /// <summary>A care provider's role, but none that the hospital admits.</summary>
    RoleNotAdmitted,

    /// <summary>The subject's serialNumber is not the UZI number, or the UPN is not number@URA.</summary>
    InconsistentNumber,
}
