namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// What belongs together on a card: CA OID in the name, card type, issuing CA and certificate policies.
/// </summary>
/// <param name="CaOid">First part of the 2.5.5.5 name.</param>
/// <param name="CardType">The only type this CA issues.</param>
/// <param name="IssuerCommonName">Common name of the issuing CA, compared exactly.</param>
/// <param name="Policies">The card carries at least one of these; an empty list asks for none.</param>
/// <param name="TestOnly">Counts only where test cards are allowed.</param>
public sealed record UziCardRule(
    string CaOid, UziCardType CardType, string IssuerCommonName, IReadOnlyList<string> Policies, bool TestOnly);
