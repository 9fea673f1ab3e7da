using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>What a Consent says of looking at the record. What is not wholly understood never counts as "may be seen" (R10).</summary>
internal static class PrivacyConsent
{
    private const string Snomed = "http://snomed.info/sct";
    private const string Scopes = "http://terminology.hl7.org/CodeSystem/consentscope";
    private const string Categories = "http://terminology.hl7.org/CodeSystem/consentcategorycodes";

    /// <summary>About privacy, and no treatment directive under a wrong scope: "niet reanimeren" must never close a record.</summary>
    public static bool Is(Consent consent) =>
        !consent.IsEnteredInError
        && consent.Scope?.Codings.Any(c => c is { System: Scopes, Code: "patient-privacy" }) == true
        && !consent.Scope.Codings.Any(c => c is { System: Scopes, Code: "treatment" or "adr" })
        && !consent.Categories.Any(c => c.Has(Snomed, "129125009") || c.Has(Snomed, "11291000146105") || c.Has(Snomed, "11341000146107"))
        && !consent.Categories.Any(c => c.Codings.Any(coding => coding is { System: Categories, Code: "acd" or "dnr" or "polst" or "hcd" or "emrgonly" }));

    /// <summary>Whoever it is about. Not in force: no objection. A denial stays one, whatever exceptions it holds.</summary>
    public static ConsentStanding Standing(Consent consent, DateTimeOffset now) => consent switch
    {
        { Status: "draft" or "proposed" or "inactive" or "rejected" } => ConsentStanding.NoObjection,
        { Status: not "active" } => ConsentStanding.NotUnderstood,
        { Provision: { } provision } when !Periods.Covers(provision.Period, now) => ConsentStanding.NoObjection,
        { Provision: { Type: "deny", Codes.Count: 0 } } => ConsentStanding.Objection,
        { NotUnderstood: not null } => ConsentStanding.NotUnderstood,
        { Provision: { Type: "permit" } } => ConsentStanding.NoObjection,
        { Provision: null } => OfRule(consent.PolicyRule),
        _ => ConsentStanding.NotUnderstood,
    };

    /// <summary>Without a provision the rule alone speaks (v3-ActCode OPTOUT, OPTIN and their kinds).</summary>
    private static ConsentStanding OfRule(CodeableConcept? rule)
    {
        var codes = rule?.Codings.Select(c => c.Code ?? "").ToList() ?? [];
        return codes switch
        {
            _ when codes.Exists(code => code.StartsWith("OPTOUT", StringComparison.OrdinalIgnoreCase)) => ConsentStanding.Objection,
            _ when codes.Exists(code => code.StartsWith("OPTIN", StringComparison.OrdinalIgnoreCase)) => ConsentStanding.NoObjection,
            _ => ConsentStanding.NotUnderstood,
        };
    }
}
