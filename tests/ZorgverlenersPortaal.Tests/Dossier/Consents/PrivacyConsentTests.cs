using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Consents;

/// <summary>What one Consent says of looking at a record.</summary>
public class PrivacyConsentTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, Action<JsonObject>, string> Consents => new()
    {
        { "denied", _ => { }, "Objection" },
        { "permitted", c => c["provision"]!["type"] = "permit", "NoObjection" },
        { "ended", c => c["provision"]!["period"] = Some.Period(null, "2026-03-09"), "NoObjection" },
        { "today the last day", c => c["provision"]!["period"] = Some.Period("2026-01-01", "2026-03-10"), "Objection" },
        { "not yet", c => c["provision"]!["period"] = Some.Period("2026-03-11", null), "NoObjection" },
        { "draft", c => c["status"] = "draft", "NoObjection" },
        { "withdrawn", c => c["status"] = "inactive", "NoObjection" },
        { "status unknown", c => c["status"] = "other", "NotUnderstood" },
        { "denied with exceptions", c => c["provision"]!["provision"] = new JsonArray(new JsonObject { ["type"] = "permit" }), "Objection" },
        { "permitted with exceptions", c => { c["provision"]!["type"] = "permit"; c["provision"]!["provision"] = new JsonArray(new JsonObject { ["type"] = "deny" }); }, "NotUnderstood" },
        { "denied with an unknown modifier", c => c["modifierExtension"] = Some.UnknownModifier, "Objection" },
        { "permitted with an unknown modifier", c => { c["provision"]!["type"] = "permit"; c["modifierExtension"] = Some.UnknownModifier; }, "NotUnderstood" },
        { "denied for some content", c => c["provision"]!["code"] = new JsonArray(Some.Concept(Some.Snomed, "1")), "NotUnderstood" },
        { "no type", c => c["provision"]!.AsObject().Remove("type"), "NotUnderstood" },
        { "no provision", c => c.Remove("provision"), "NotUnderstood" },
        { "opt out", c => Rule(c, "OPTOUT"), "Objection" },
        { "opt out with exceptions", c => Rule(c, "OPTOUTE"), "Objection" },
        { "opt in", c => Rule(c, "OPTIN"), "NoObjection" },
        { "another rule", c => Rule(c, "HIPAA"), "NotUnderstood" },
    };

    public static JsonObject Privacy(string type) => new()
    {
        ["resourceType"] = "Consent",
        ["id"] = "privacy",
        ["status"] = "active",
        ["scope"] = Some.Concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        ["category"] = new JsonArray(Some.Concept("http://loinc.org", "59284-0")),
        ["patient"] = Some.Ref("Patient/p1"),
        ["provision"] = new JsonObject { ["type"] = type },
    };

    [Theory]
    [MemberData(nameof(Consents))]
    public void R10_Standing_OfOneConsent_IsNeverSofterThanItSays(string situation, Action<JsonObject> change, string standing)
    {
        var consent = Privacy("deny").With(change).As<Consent>();
        Assert.True(PrivacyConsent.Is(consent), situation);
        Assert.Equal(standing, PrivacyConsent.Standing(consent, _now).ToString());
    }

    [Fact]
    public void Is_ADirectiveUnderAWrongScope_NeverClosesARecord()
    {
        Assert.False(PrivacyConsent.Is(Some.Consent().As<Consent>()));
        Assert.False(PrivacyConsent.Is(Some.Consent().With(c => c["scope"] = Some.Concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy")).As<Consent>()));
        Assert.False(PrivacyConsent.Is(Privacy("deny").With(c => c["status"] = "entered-in-error").As<Consent>()));
    }

    private static void Rule(JsonObject consent, string code)
    {
        consent.Remove("provision");
        consent["policyRule"] = Some.Concept("http://terminology.hl7.org/CodeSystem/v3-ActCode", code);
    }
}
