namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// One row of the table of cards: CA OID, card type, issuing CA, certificate policies and roles that belong together.
/// </summary>
public sealed record UziCardRule
{
    /// <summary>First part of the 2.5.5.5 name.</summary>
    public required string CaOid { get; init; }

    /// <summary>The only type this CA issues.</summary>
    public required UziCardType CardType { get; init; }

    /// <summary>Common name of the issuing CA, compared exactly.</summary>
    public required string Issuer { get; init; }

    /// <summary>The card carries at least one of these; an empty list asks for none.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Full role codes that may sign in with such a card; none: the card is known, and refused.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Names a test CA: counts only where test cards are allowed.</summary>
    public bool IsTest => Issuer.StartsWith(UziCardRules.TestName, StringComparison.Ordinal)
        || CaOid.StartsWith(UziCardRules.TestArc, StringComparison.Ordinal);
}
