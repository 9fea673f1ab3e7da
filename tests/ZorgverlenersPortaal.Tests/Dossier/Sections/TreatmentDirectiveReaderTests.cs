using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>A directive that is misread can kill: what is not understood is said to be so, and is never softened to nothing (R7, R10).</summary>
public sealed class TreatmentDirectiveReaderTests
{
    private const string Scopes = "http://terminology.hl7.org/CodeSystem/consentscope";
    private const string Categories = "http://terminology.hl7.org/CodeSystem/consentcategorycodes";
    private const string Other = "http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.SpecificationOther";

    [Theory]
    [InlineData("deny", "89666000", DirectiveDecision.Deny, "Niet reanimeren")]
    [InlineData("permit", "89666000", DirectiveDecision.Permit, "Wel reanimeren")]
    [InlineData("deny", "40617009", DirectiveDecision.Deny, "Niet beademen")]
    [InlineData("permit", "40617009", DirectiveDecision.Permit, "Wel beademen")]
    [InlineData("deny", "305351004", DirectiveDecision.Deny, "Geen opname op IC")]
    [InlineData("permit", "305351004", DirectiveDecision.Permit, "Wel opname op IC")]
    [InlineData("deny", "116762002", DirectiveDecision.Deny, "Geen bloedproducten")]
    [InlineData("deny", "281789004", DirectiveDecision.Deny, "Geen antibiotica")]
    [InlineData("deny", "32485007", DirectiveDecision.Deny, "Geen ziekenhuisopname")]
    [InlineData("deny", "183452005", DirectiveDecision.Deny, "Geen spoedopname")]
    [InlineData(null, "89666000", DirectiveDecision.NotUnderstood, "Reanimeren: de keuze kan niet veilig worden weergegeven")]
    [InlineData("maybe", "89666000", DirectiveDecision.NotUnderstood, "Reanimeren: de keuze kan niet veilig worden weergegeven")]
    [InlineData("deny", "431415002", DirectiveDecision.Deny, "Niet: 431415002")]
    [InlineData("deny", null, DirectiveDecision.Deny, "Niet: onbekende behandeling")]
    public void Read_DecisionAndTreatment_AreWholeWords(string? type, string? treatment, DirectiveDecision decision, string text)
    {
        var directive = Assert.Single(Read(Some.Consent(type: type, treatment: treatment)));

        Assert.Equal((decision, text), (directive.Decision, directive.Text));
        Assert.True(directive.IsCurrent);
        Assert.Equal("15-01-2026", directive.Discussed!.Date);
    }

    [Fact]
    public void Read_TreatmentWithoutKnownCode_ShowsTheEpdsWords() => Assert.Equal(
        "Niet: ICD uitzetten", Assert.Single(Read(Some.Consent().With(c => c["provision"]!["code"] = new JsonArray(new JsonObject { ["text"] = "ICD uitzetten" })))).Text);

    [Fact]
    public void Read_KnownCodeOfAnotherSystem_IsNotTakenForTheTreatment() => Assert.Equal(
        "Niet: 89666000", Assert.Single(Read(Some.Consent().With(c => c["provision"]!["code"] = new JsonArray(Some.Concept("http://hospital.example", "89666000"))))).Text);

    [Theory]
    [InlineData(null)]
    [InlineData("permit")]
    [InlineData("deny")]
    public void R10_Anders_OverrulesPermitAndDeny(string? type)
    {
        var directive = Assert.Single(Read(Anders(Some.Consent(type: type), "Alleen bij omkeerbare oorzaak")));

        Assert.Equal((DirectiveDecision.Other, "Reanimeren: anders, Alleen bij omkeerbare oorzaak"), (directive.Decision, directive.Text));
    }

    [Fact]
    public void R10_AndersWithoutText_IsNotUnderstood() => NotUnderstood(Some.Consent().With(c => c["modifierExtension"] = new JsonArray(new JsonObject { ["url"] = Other })));

    [Fact]
    public void R10_UnknownModifierExtension_IsNotUnderstood() => NotUnderstood(Some.Consent().With(c => c["modifierExtension"] = Some.UnknownModifier));

    [Fact]
    public void R10_AndersBesideAnUnknownModifier_IsNotUnderstood() => NotUnderstood(Anders(Some.Consent(), "x").With(c =>
        c["modifierExtension"]!.AsArray().Add(new JsonObject { ["url"] = "http://hospital.example/x", ["valueBoolean"] = true })));

    [Fact]
    public void R10_UnknownModifierInTheProvision_IsNotUnderstood() => NotUnderstood(Some.Consent().With(c => c["provision"]!["modifierExtension"] = Some.UnknownModifier));

    [Fact]
    public void R10_ImplicitRules_AreNotUnderstood() => NotUnderstood(Some.Consent().With(c => c["implicitRules"] = "http://hospital.example/rules"));

    [Fact]
    public void R10_ExceptionsInTheProvision_AreNotUnderstood() => NotUnderstood(Some.Consent().With(c => c["provision"]!["provision"] = new JsonArray(new JsonObject { ["type"] = "permit" })));

    [Theory]
    [InlineData("inactive")]
    [InlineData("rejected")]
    public void R10_EndOfWhatIsNotUnderstood_IsNotBelieved(string status)
    {
        var directive = NotUnderstood(Some.Consent(status: status).With(c =>
        {
            c["modifierExtension"] = Some.UnknownModifier;
            c["provision"]!["period"] = Some.Period(null, "2012-01-01");
        }));

        Assert.Null(directive.Until);
    }

    /// <summary>fhir.md §0 item 5: in STU3 "Ja, maar met beperkingen" stands beside <c>except.type = deny</c>, and only a modifier tells.</summary>
    [Theory]
    [InlineData("JA")]
    [InlineData("NEE")]
    [InlineData("JA_MAAR")]
    public void R10_Stu3Directive_IsNeverReadAsAPlainYesOrNo(string permitted)
    {
        var stu3 = new JsonObject
        {
            ["resourceType"] = "Consent",
            ["id"] = "c1",
            ["status"] = "active",
            ["modifierExtension"] = new JsonArray(new JsonObject
            {
                ["url"] = "http://nictiz.nl/fhir/StructureDefinition/zib-TreatmentDirective-TreatmentPermitted",
                ["valueCodeableConcept"] = Some.Concept("urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4", permitted),
            }),
            ["category"] = new JsonArray(Some.Concept(Categories, "acd"), Some.Concept(Some.Snomed, "11291000146105")),
            ["patient"] = Some.Ref("Patient/p1"),
            ["except"] = new JsonArray(new JsonObject { ["type"] = "deny" }),
        };

        NotUnderstood(stu3);
    }

    [Fact]
    public void Read_Stu3CategoriesWithAcdFirst_IsADirectiveNotALivingWill() => Assert.Equal("Niet reanimeren", Assert.Single(Read(Some.Consent().With(c =>
        c["category"] = new JsonArray(Some.Concept(Categories, "acd"), Some.Concept("http://loinc.org", "59284-0"), Some.Concept(Some.Snomed, "11291000146105"))))).Text);

    [Theory]
    [InlineData("inactive", null, false)]
    [InlineData("rejected", null, false)]
    [InlineData("active", "2026-03-09", false)]
    [InlineData("active", "2026-03-10", true)]
    [InlineData("active", "2026-03", true)]
    [InlineData("active", "2027", true)]
    [InlineData("draft", null, true)]
    [InlineData("proposed", null, true)]
    [InlineData(null, null, true)]
    [InlineData("onbekend", null, true)]
    public void Read_StatusAndEnd_DecideWhetherItIsInForce(string? status, string? end, bool isCurrent) => Assert.Equal(
        isCurrent, Assert.Single(Read(Some.Consent(status: status).With(c => c["provision"]!["period"] = end is null ? new JsonObject() : Some.Period(null, end)))).IsCurrent);

    [Theory]
    [InlineData("draft")]
    [InlineData("proposed")]
    public void Read_Draft_SaysSo(string status)
    {
        var directive = Assert.Single(Read(Some.Consent(status: status)));

        Assert.True(directive.IsDraft);
        Assert.Equal("Niet reanimeren (nog niet vastgesteld)", directive.Text);
    }

    [Fact]
    public void R10_EnteredInError_IsNeverShown() => Assert.Empty(Read(Some.Consent(status: "entered-in-error")));

    [Theory]
    [InlineData(Categories, "acd")]
    [InlineData(Some.Snomed, "11341000146107")]
    public void Read_AdvanceDirective_SaysThereIsOne(string system, string code)
    {
        var directive = Assert.Single(Read(Some.Consent(type: null, treatment: null).With(c =>
        {
            c["category"] = new JsonArray(Some.Concept(system, code));
            c["scope"] = Some.Concept(Scopes, "adr");
        })));

        Assert.Equal((DirectiveDecision.AdvanceDirective, "Wilsverklaring aanwezig"), (directive.Decision, directive.Text));
    }

    [Theory]
    [InlineData("dnr", "adr")]
    [InlineData("polst", "adr")]
    [InlineData("dnr", "patient-privacy")]
    [InlineData("something-new", null)]
    [InlineData("something-new", "something-new")]
    public void R7_CategoryNobodyListed_IsNotLeftOut(string category, string? scope)
    {
        var consent = Some.Consent(type: null, treatment: null).With(c =>
        {
            c["category"] = new JsonArray(Some.Concept(Categories, category));
            c.Remove("scope");
        });
        if (scope is not null)
        {
            consent["scope"] = Some.Concept(Scopes, scope);
        }

        Assert.Equal(DirectiveDecision.NotUnderstood, Assert.Single(Read(consent)).Decision);
    }

    [Theory]
    [InlineData("patient-privacy")]
    [InlineData("research")]
    public void Read_PrivacyOrResearch_IsNoDirective(string scope)
    {
        var consent = Some.Consent(treatment: null).With(c =>
        {
            c["scope"] = Some.Concept(Scopes, scope);
            c["category"] = new JsonArray(Some.Concept("http://loinc.org", "59284-0"));
            // Such consents hold exceptions; that must not put a warning on everyone's banner.
            c["provision"]!["provision"] = new JsonArray(new JsonObject { ["type"] = "deny" });
        });

        Assert.Empty(Read(consent));
    }

    [Fact]
    public void R7_TreatmentUnderThePrivacyScope_StillCounts() => Assert.Equal("Niet reanimeren", Assert.Single(Read(Some.Consent().With(c =>
    {
        c["scope"] = Some.Concept(Scopes, "patient-privacy");
        c["category"] = new JsonArray(Some.Concept("http://loinc.org", "59284-0"));
    }))).Text);

    [Fact]
    public void Read_SeveralTreatments_AreSeveralDirectives() => Assert.Equal(
        ["Niet reanimeren", "Niet beademen"],
        Read(Some.Consent().With(c => c["provision"]!["code"] = new JsonArray(Some.Concept(Some.Snomed, "89666000"), Some.Concept(Some.Snomed, "40617009")))).Select(d => d.Text));

    [Fact]
    public void Read_Several_PutsTheOnesInForceAndTheRefusingFirst() => Assert.Equal(
        ["Niet reanimeren", "Beademen: anders, kort", "Wel opname op IC", "Geen antibiotica"],
        Read(
            Some.Consent("c1", type: "permit", treatment: "305351004"),
            Some.Consent("c2", treatment: "281789004", status: "inactive"),
            Anders(Some.Consent("c3", treatment: "40617009"), "kort"),
            Some.Consent("c4")).Select(d => d.Text));

    [Fact]
    public void Read_WhatBelongsToIt_IsShown()
    {
        var directive = Assert.Single(Read(Some.Consent().With(c =>
        {
            c["extension"] = new JsonArray(new JsonObject { ["url"] = "http://nictiz.nl/fhir/StructureDefinition/ext-Comment", ["valueString"] = "Geldt tot aan ontslag" });
            c["provision"]!["period"] = Some.Period(null, "2026-12");
            c["provision"]!["extension"] = new JsonArray(new JsonObject { ["url"] = "http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.ReasonForEnding", ["valueString"] = "Herzien" });
            c["provision"]!["actor"] = new JsonArray(
                new JsonObject { ["reference"] = new JsonObject { ["display"] = "J. Test" } }, new JsonObject { ["role"] = new JsonObject { ["text"] = "Dochter" } });
        })));

        Assert.Equal(("Geldt tot aan ontslag", "12-2026", "Herzien", "J. Test, Dochter"), (directive.Comment, directive.Until!.Date, directive.ReasonForEnding, directive.AgreedWith));
    }

    [Fact]
    public void R7_Summary_SaysNoneOnlyWhenThatIsCertain()
    {
        var one = Read(Some.Consent());
        var ended = Read(Some.Consent(status: "inactive"));

        Assert.Equal(DirectiveState.NoneFound, DirectiveSummary.Of([], mayMiss: false).State);
        Assert.Equal(DirectiveState.NoneFound, DirectiveSummary.Of(ended, mayMiss: false).State);
        Assert.Equal(DirectiveState.Recorded, DirectiveSummary.Of(one, mayMiss: false).State);
        Assert.Equal(DirectiveState.Incomplete, DirectiveSummary.Of([], mayMiss: true).State);
        Assert.Equal(DirectiveState.Incomplete, DirectiveSummary.Of(one, mayMiss: true).State);
        Assert.Equal(one, DirectiveSummary.Of([.. one, .. ended], mayMiss: true).Current);
        Assert.Equal(DirectiveState.Unavailable, DirectiveSummary.Unavailable.State);
        Assert.Equal(DirectiveState.Recorded, DirectiveSummary.Of(Read(Some.Consent(status: "inactive").With(c => c["modifierExtension"] = Some.UnknownModifier)), mayMiss: false).State);
    }

    private static TreatmentDirective NotUnderstood(JsonObject consent)
    {
        var directive = Assert.Single(Read(consent));
        Assert.Equal((DirectiveDecision.NotUnderstood, true), (directive.Decision, directive.IsCurrent));
        Assert.Contains("kan niet veilig worden weergegeven", directive.Text, StringComparison.Ordinal);
        return directive;
    }

    private static JsonObject Anders(JsonObject consent, string text) =>
        consent.With(c => c["modifierExtension"] = new JsonArray(new JsonObject { ["url"] = Other, ["valueString"] = text }));

    private static IReadOnlyList<TreatmentDirective> Read(params JsonObject[] consents) =>
        TreatmentDirectiveReader.Read(consents.Select(c => c.As<Consent>()), new FakeClock().GetUtcNow());
}
