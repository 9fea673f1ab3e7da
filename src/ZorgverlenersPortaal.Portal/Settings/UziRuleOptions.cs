using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>One row of the table of cards; section <c>Uzi:Rules</c>.</summary>
public sealed partial class UziRuleOptions
{
    /// <summary>First part of the card's 2.5.5.5 name.</summary>
    public string CaOid { get; set; } = "";

    /// <summary>Z, N, M or S, as on the card.</summary>
    public string CardType { get; set; } = "";

    /// <summary>Common name of the issuing CA.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Certificate policies of which the card must carry one; empty asks for none.</summary>
    public IList<string> Policies { get; init; } = [];

    /// <summary>Role codes that may sign in with such a card; empty: none.</summary>
    public IList<string> Roles { get; init; } = [];

    /// <summary>The rule; only after <see cref="Faults"/> found none.</summary>
    public UziCardRule Rule => new()
    {
        CaOid = CaOid,
        CardType = TypeOf(CardType)!.Value,
        Issuer = Issuer,
        Policies = [.. Policies],
        Roles = [.. Roles],
    };

    /// <summary>Every fault in this row, naming the key and the mend.</summary>
    public IEnumerable<string> Faults(string key, bool testCards)
    {
        if (!Oid().IsMatch(CaOid))
        {
            yield return $"{key}:CaOid: '{CaOid}' is no OID, e.g. 2.16.528.1.1003.1.3.5.5.2";
        }
        if (Issuer.Length == 0)
        {
            yield return $"{key}:Issuer is empty; give the common name of the CA, e.g. UZI-register Zorgverlener CA G3";
        }
        foreach (var policy in Policies.Where(policy => !Oid().IsMatch(policy)))
        {
            yield return $"{key}:Policies: '{policy}' is no OID, e.g. 2.16.528.1.1003.1.2.5.1";
        }
        foreach (var role in Roles.Where(role => !Role().IsMatch(role)))
        {
            yield return $"{key}:Roles: '{role}' is no role code, e.g. 01.015";
        }
        if (TypeOf(CardType) is not { } type)
        {
            yield return $"{key}:CardType: '{CardType}' is none of Z, N, M and S";
        }
        else if (RoleFault(type) is { } fault)
        {
            yield return $"{key}:Roles: {fault}";
        }
        if (!testCards && new UziCardRule { CaOid = CaOid, CardType = UziCardType.None, Issuer = Issuer }.IsTest)
        {
            yield return $"{key} is of a test CA; take it away, or switch Uzi:TestCards on (never in Production)";
        }
        if (!testCards && Roles.Count > 0 && Policies.Count == 0)
        {
            yield return $"{key}:Policies is empty; without a policy the other certificates of a card count as well, so name it";
        }
    }

    private string? RoleFault(UziCardType type) => type switch
    {
        UziCardType.CareProvider => Roles.Any(role => role.StartsWith("00.", StringComparison.Ordinal)) ? "a zorgverlenerpas (Z) has no role 00.*; take it away" : null,
        UziCardType.NamedEmployee => Roles.All(role => role == "00.000") ? null : "a medewerkerpas op naam (N) has role 00.000 only",
        UziCardType.UnnamedEmployee or UziCardType.Server => Roles.Count == 0 ? null : "with a card of type M or S nobody may sign in; leave it empty",
        UziCardType.None => null,
    };

    private static UziCardType? TypeOf(string letter) => letter switch
    {
        "Z" => UziCardType.CareProvider,
        "N" => UziCardType.NamedEmployee,
        "M" => UziCardType.UnnamedEmployee,
        "S" => UziCardType.Server,
        _ => null,
    };

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+)+\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Oid();

    [GeneratedRegex(@"\A[0-9]{2}\.[0-9]{3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Role();
}
