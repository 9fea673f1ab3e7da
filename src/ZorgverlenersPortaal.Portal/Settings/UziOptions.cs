using System.Globalization;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>Which cards are trusted; section <c>Uzi</c>.</summary>
public sealed class UziOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Uzi";

    /// <summary>PEM or DER files with the root certificates of cards.</summary>
    public IList<string> TrustAnchors { get; init; } = [];

    /// <summary>PEM or DER files with the CAs between; a card's issuer must be one of these, byte for byte.</summary>
    public IList<string> Intermediates { get; init; } = [];

    /// <summary>Admit test cards; refused in Production.</summary>
    public bool TestCards { get; set; }

    /// <summary>Which cards there are and which roles they let in; empty: the cards of CIBG (<see cref="UziCardRules"/>).</summary>
    public IList<UziRuleOptions> Rules { get; init; } = [];

    /// <summary>Where the status of cards comes from.</summary>
    public RevocationOptions Revocation { get; init; } = new();

    /// <summary>Reads the certificates; faults go into the list, and then there is no trust.</summary>
    public UziTrust? Load(bool isProduction, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (TestCards && isProduction)
        {
            faults.Add("Uzi:TestCards is on in Production: test cards let anyone in; switch it off");
        }
        if (TrustAnchors.Count == 0)
        {
            faults.Add("Uzi:TrustAnchors is empty; name the files with the root certificates of UZI cards");
        }
        if (Intermediates.Count == 0)
        {
            faults.Add("Uzi:Intermediates is empty; name the files with the CAs that issue UZI cards");
        }
        foreach (var fault in Revocation.Faults().Concat(RuleFaults()))
        {
            faults.Add(fault);
        }
        if (TrustAnchors.Count == 0 || Intermediates.Count == 0 || RuleFaults().Any())
        {
            return null;
        }
        try
        {
            var trust = UziTrust.Load([.. TrustAnchors], [.. Intermediates], TestCards, Rules.Count == 0 ? null : [.. Rules.Select(rule => rule.Rule)]);
            if (!trust.CardIssuers.Any())
            {
                faults.Add("Uzi:Rules: no rule with roles names a CA of Uzi:Intermediates, so nobody could sign in; add the CA that issues the cards, or correct Issuer");
            }
            return trust;
        }
        catch (UziTrustException e)
        {
            faults.Add($"Uzi: {e.Message}");
            return null;
        }
    }

    private IEnumerable<string> RuleFaults()
    {
        var doubled = Rules.GroupBy(rule => (rule.CaOid, rule.CardType, rule.Issuer)).Where(group => group.Count() > 1)
            .Select(group => $"Uzi:Rules: {group.Key.CaOid} with {group.Key.CardType} and '{group.Key.Issuer}' occurs {group.Count()} times; make it one rule");
        return Rules.SelectMany((rule, i) => rule.Faults(string.Create(CultureInfo.InvariantCulture, $"Uzi:Rules:{i}"), TestCards)).Concat(doubled);
    }
}
