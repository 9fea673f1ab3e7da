namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// What a UZI card says about its holder. Texts that could not be read are empty; then the verdict is a refusal.
/// </summary>
public sealed record UziIdentity
{
    /// <summary>Nine digits; the person, the same over cards and subscribers (CPS §7.1.4).</summary>
    public required string UziNumber { get; init; }

    public required UziCardType CardType { get; init; }

    /// <summary>Subscriber number, eight digits.</summary>
    public required string Ura { get; init; }

    /// <summary>Title and specialism as on the card, "01.015".</summary>
    public required string RoleCode { get; init; }

    /// <summary>The holder's own AGB code, eight digits; null when the card says 00000000.</summary>
    public required string? Agb { get; init; }

    /// <summary>
    /// Common name, else given name and surname, else the UZI number. For display only: CIBG transliterates and
    /// shortens.
    /// </summary>
    public required string DisplayName { get; init; }

    /// <summary>Name of the subscriber, for display only.</summary>
    public required string Organization { get; init; }

    /// <summary>Form of address on the card ("Huisarts"), for display only; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>Serial number of the certificate, upper-case hex without leading zero bytes.</summary>
    public required string CertificateSerial { get; init; }

    /// <summary>Common name of the issuing CA.</summary>
    public required string IssuerName { get; init; }

    /// <summary>SHA-256 of the pinned issuing CA, upper-case hex; empty when the issuer was not found.</summary>
    public required string IssuerThumbprint { get; init; }

    /// <summary>SHA-256 of the certificate, upper-case hex.</summary>
    public required string Thumbprint { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Issued by a CA called "TEST …" or under the test arc 2.16.528.1.1007.</summary>
    public required bool IsTestCard { get; init; }
}
