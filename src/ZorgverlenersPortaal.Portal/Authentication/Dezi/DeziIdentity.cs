using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>What Dezi states about a person, after every check.</summary>
public sealed record DeziIdentity
{
    /// <summary>Nine digits: the number that on a card is the UZI number (uzi.md §5.2), so accounts are found by it.</summary>
    public required string DeziNumber { get; init; }

    /// <summary>Full role code, e.g. 01.015.</summary>
    public required string RoleCode { get; init; }

    /// <summary>The role in words, for display only.</summary>
    public required string RoleName { get; init; }

    /// <summary>Initials and surname, for display only.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Subscriber number (URA), eight digits.</summary>
    public required string Subscriber { get; init; }

    /// <summary>Name of the subscriber, for display only.</summary>
    public required string SubscriberName { get; init; }

    /// <summary>Id of the statement, by which Dezi can find it again.</summary>
    public required string StatementId { get; init; }

    /// <summary>Level of assurance, as Dezi writes it.</summary>
    public required string Assurance { get; init; }

    /// <summary>From when the statement is valid.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>
    /// The person as sessions and the trail know one. Without any certificate: should such a session ever be taken for one of a
    /// card, then no card on earth fits it.
    /// </summary>
    public UziIdentity WithoutCard => new()
    {
        UziNumber = DeziNumber,
        CardType = UziCardType.None,
        Ura = Subscriber,
        RoleCode = RoleCode,
        Agb = null,
        DisplayName = DisplayName,
        Organization = SubscriberName,
        Title = RoleName,
        CertificateSerial = "",
        IssuerName = "",
        IssuerThumbprint = "",
        Thumbprint = "",
        NotBefore = NotBefore,
        NotAfter = NotAfter,
        IsTestCard = false,
    };
}
