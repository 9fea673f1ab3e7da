using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

public sealed class ClinicalReaderTests
{
    private const string Clinical = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private const string Verification = "http://terminology.hl7.org/CodeSystem/condition-ver-status";

    [Theory]
    [InlineData("active", true)]
    [InlineData("recurrence", true)]
    [InlineData("relapse", true)]
    [InlineData("inactive", false)]
    [InlineData("remission", false)]
    [InlineData("resolved", false)]
    [InlineData("actueel", true)] // another word is no reason to call it over
    public void Diagnoses_ClinicalStatus_TellsWhetherItIsStillThere(string status, bool isActive) =>
        Assert.Equal(isActive, Diagnosis(c => c["clinicalStatus"] = Some.Concept(Clinical, status)).IsActive);

    [Fact]
    public void Diagnoses_WithoutClinicalStatus_AreActive() => Assert.True(Diagnosis(c => c.Remove("clinicalStatus")).IsActive);

    [Theory]
    [InlineData("refuted", true, false)]
    [InlineData("unconfirmed", false, true)]
    [InlineData("provisional", false, true)]
    [InlineData("differential", false, true)]
    [InlineData("confirmed", false, false)]
    public void Diagnoses_VerificationStatus_IsTold(string status, bool isRefuted, bool isUnconfirmed)
    {
        var diagnosis = Diagnosis(c => c["verificationStatus"] = Some.Concept(Verification, status));

        Assert.Equal((isRefuted, isUnconfirmed), (diagnosis.IsRefuted, diagnosis.IsUnconfirmed));
    }

    [Theory]
    [InlineData(Some.Snomed, "410516002", true, false)]
    [InlineData(Some.Snomed, "415684004", false, true)]
    public void Diagnoses_SnomedVerificationStatus_IsToldToo(string system, string code, bool isRefuted, bool isUnconfirmed)
    {
        var diagnosis = Diagnosis(c => c["verificationStatus"] = Some.Concept(system, code));

        Assert.Equal((isRefuted, isUnconfirmed), (diagnosis.IsRefuted, diagnosis.IsUnconfirmed));
    }

    [Fact]
    public void R10_EnteredInError_IsNeverShown()
    {
        Assert.Empty(ClinicalReader.Diagnoses([Some.Condition().With(c => c["verificationStatus"] = Some.Concept(Verification, "entered-in-error")).As<Condition>()]));
        Assert.Empty(ClinicalReader.Allergies([Some.Allergy().With(c => c["verificationStatus"] = Some.Concept(Verification, "entered-in-error")).As<AllergyIntolerance>()]));
    }

    [Fact]
    public void R10_DiagnosisNotUnderstood_TellsOnlyKindAndDates()
    {
        var diagnosis = Diagnosis(c =>
        {
            c["modifierExtension"] = Some.UnknownModifier;
            c["verificationStatus"] = Some.Concept(Verification, "refuted");
            c["clinicalStatus"] = Some.Concept(Clinical, "resolved");
        });

        Assert.Equal(("Diagnose", true, false, true, "02-11-2025"), (diagnosis.Name, diagnosis.IsActive, diagnosis.IsRefuted, diagnosis.IsNotUnderstood, diagnosis.Recorded!.Date));
    }

    [Fact]
    public void Diagnoses_Name_HasFurtherSpecificationSiteAndSide() => Assert.Equal(
        "Fractuur, dwars, Pols, Links",
        Diagnosis(c =>
        {
            c["code"] = new JsonObject
            {
                ["text"] = "Fractuur",
                ["extension"] = new JsonArray(new JsonObject { ["url"] = "http://nictiz.nl/fhir/StructureDefinition/ext-Problem.FurtherSpecificationProblemName", ["valueString"] = "dwars" }),
            };
            c["bodySite"] = new JsonArray(new JsonObject
            {
                ["text"] = "Pols",
                ["extension"] = new JsonArray(new JsonObject { ["url"] = "http://nictiz.nl/fhir/StructureDefinition/ext-AnatomicalLocation.Laterality", ["valueCodeableConcept"] = new JsonObject { ["text"] = "Links" } }),
            });
        }).Name);

    [Fact]
    public void Diagnoses_WithoutWords_AreUnknownNotLeftOut()
    {
        Assert.Equal("Onbekende diagnose", Diagnosis(c => c.Remove("code")).Name);
        Assert.Equal("Onbekende diagnose", Diagnosis(c => c["code"] = new JsonObject { ["text"] = "2.16.840.1.113883.2.4" }).Name);
    }

    [Fact]
    public void Diagnoses_Several_AreActiveFirstNewestFirstRefutedLast() => Assert.Equal(
        ["Nieuw", "Oud", "Over", "Niet"],
        ClinicalReader.Diagnoses(new[]
        {
            Some.Condition("d1", text: "Niet").With(c => c["verificationStatus"] = Some.Concept(Verification, "refuted")),
            Some.Condition("d2", text: "Over").With(c => c["clinicalStatus"] = Some.Concept(Clinical, "resolved")),
            Some.Condition("d3", text: "Oud").With(c => c["onsetDateTime"] = "1999"),
            Some.Condition("d4", text: "Nieuw").With(c => c["onsetDateTime"] = "2025-06"),
        }.Select(c => c.As<Condition>())).Select(d => d.Name));

    [Fact]
    public void Allergies_Reaction_IsInWords()
    {
        var allergy = Allergy(a =>
        {
            a["criticality"] = "high";
            a["reaction"] = new JsonArray(new JsonObject { ["manifestation"] = new JsonArray(new JsonObject { ["text"] = "Huiduitslag" }), ["severity"] = "severe" });
        });

        Assert.Equal(("Penicilline", "Huiduitslag, ernstig", true), (allergy.Name, allergy.Reactions, allergy.IsHighRisk));
    }

    [Fact]
    public void Allergies_WithoutCode_AreNamedByTheirSubstance()
    {
        Assert.Equal("Noten", Allergy(a =>
        {
            a.Remove("code");
            a["reaction"] = new JsonArray(new JsonObject { ["substance"] = new JsonObject { ["text"] = "Noten" }, ["manifestation"] = new JsonArray() });
        }).Name);
        Assert.Equal("Onbekende stof", Allergy(a => a.Remove("code")).Name);
    }

    [Theory]
    [InlineData("716186003", null, true)]
    [InlineData("409137002", null, true)]
    [InlineData("91936005", null, false)]
    [InlineData("716186003", "refuted", false)] // "no known allergy" is refuted: there is one
    public void Allergies_NoneKnown_IsACodedStatement(string code, string? verification, bool isNoneKnown) => Assert.Equal(isNoneKnown, Allergy(a =>
    {
        a["code"] = Some.Concept(Some.Snomed, code);
        if (verification is not null)
        {
            a["verificationStatus"] = Some.Concept(Verification, verification);
        }
    }).IsNoneKnown);

    [Fact]
    public void R10_AllergyNotUnderstood_TellsNothingThatReassures()
    {
        var allergy = Allergy(a =>
        {
            a["modifierExtension"] = Some.UnknownModifier;
            a["code"] = Some.Concept(Some.Snomed, "716186003");
            a["verificationStatus"] = Some.Concept(Verification, "refuted");
            a["clinicalStatus"] = Some.Concept(Clinical, "resolved");
        });

        Assert.Equal(("Allergie", false, false, false, true), (allergy.Name, allergy.IsNoneKnown, allergy.IsRefuted, allergy.IsInactive, allergy.IsNotUnderstood));
    }

    [Fact]
    public void Allergies_Several_AreHighRiskFirstRefutedLast() => Assert.Equal(
        ["Zilver", "Appel", "Oud", "Niet"],
        ClinicalReader.Allergies(new[]
        {
            Some.Allergy("a1", text: "Niet").With(c => c["verificationStatus"] = Some.Concept(Verification, "refuted")),
            Some.Allergy("a2", text: "Appel"),
            Some.Allergy("a3", text: "Zilver").With(c => c["criticality"] = "high"),
            Some.Allergy("a4", text: "Oud").With(c => c["clinicalStatus"] = Some.Concept(Clinical, "inactive")),
        }.Select(a => a.As<AllergyIntolerance>())).Select(a => a.Name));

    private static Diagnosis Diagnosis(Action<JsonObject> change) => Assert.Single(ClinicalReader.Diagnoses([Some.Condition().With(change).As<Condition>()]));

    private static Allergy Allergy(Action<JsonObject> change) => Assert.Single(ClinicalReader.Allergies([Some.Allergy().With(change).As<AllergyIntolerance>()]));
}
