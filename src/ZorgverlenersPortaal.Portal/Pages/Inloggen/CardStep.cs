namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>What sign-in looks at, in the order in which it looks. The first that fails ends it.</summary>
public enum CardStep
{
    /// <summary>There is a certificate on the connection.</summary>
    Offered,

    /// <summary>It can be read.</summary>
    Readable,

    /// <summary>A CA of the UZI register issued it.</summary>
    Issuer,

    /// <summary>Card and CAs are within their dates.</summary>
    Dates,

    /// <summary>It is the certificate of the card for signing in, and strong enough.</summary>
    Purpose,

    /// <summary>It is not revoked, and somebody could tell.</summary>
    Revocation,

    /// <summary>It holds one UZI name that fits its issuer.</summary>
    Name,

    /// <summary>Type of card and role are let in.</summary>
    Role,

    /// <summary>Its numbers agree.</summary>
    Numbers,

    /// <summary>An account goes with it.</summary>
    Account,
}
