using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>The page of one own patient.</summary>
[Collection(PortalJourneys.Name)]
public sealed class PatientPageTests(PortalFixture fixture)
{
    private Task<PortalAnswer> OpenAsync(SandboxPatient patient) => fixture.Doctor.GetAsync(fixture.DoctorsPath(patient.Id));

    [Fact]
    public async Task Page_OfEveryOwnPatient_ShowsBannerAndEverySection()
    {
        foreach (var patient in fixture.Own)
        {
            var answer = await OpenAsync(patient);
            Assert.Equal((patient.Id, 200), (patient.Id, answer.Status));
            Assert.Contains(Dutch(patient.BirthDate), answer.Part(".zvp-banner"), StringComparison.Ordinal);
            Assert.Contains(patient.Bsn[6..], answer.Part(".zvp-banner"), StringComparison.Ordinal);
            Assert.DoesNotContain(patient.Bsn, answer.Text, StringComparison.Ordinal);
            Assert.NotEmpty(answer.Part(".zvp-limit"));
            Assert.Equal(
                ["opname", "beleid", "behandelaanwijzingen", "afwijkend", "diagnoses", "allergieen", "medicatie", "brieven", "afspraken", "waarom"],
                answer.Page.QuerySelectorAll("section.zvp-panel").Select(panel => panel.Id).Where(id => id != "waarschuwingen"));
            Assert.Empty(answer.Page.QuerySelectorAll(".zvp-gone"));
        }
    }

    [Fact]
    public async Task R2_Page_IsRecordedBannerFirstThenEverySection()
    {
        var patient = fixture.Own.First(p => p.State == "admitted");
        await OpenAsync(patient);
        var request = fixture.Portal.Trail(AuditEventType.PatientOpened)[0].RequestId;
        var records = fixture.Portal.Trail().Where(record => record.RequestId == request).Reverse().ToList();
        Assert.Equal(
            ["Banner", "Admission", "ConclusionAndPolicy", "TreatmentDirectives", "Results", "Diagnoses", "Alerts", "Allergies", "Medication", "Letters", "CareMoments"],
            records.Select(record => record.Category));
        Assert.All(records, record =>
        {
            Assert.Equal([new AuditPatient(patient.Id, patient.Bsn)], record.Patients);
            Assert.Equal("OwnPatient", record.Decision!.ReasonCode);
            Assert.NotEmpty(record.Decision.Facts);
        });
    }

    [Fact]
    public async Task R6_Page_TitleAndHeadersHoldNobody()
    {
        var patient = fixture.Own.First(p => p.State == "admitted");
        var answer = await OpenAsync(patient);
        Assert.Equal("Samenvatting - Zorgverlenersportaal", answer.Page.Title);
        Assert.All(patient.Secrets, secret => Assert.All(answer.Headers.Values, value =>
            Assert.DoesNotContain(secret, value, StringComparison.OrdinalIgnoreCase)));
        Assert.All(answer.Page.QuerySelectorAll("[href], [action], [src]"), element => Assert.DoesNotContain(
            patient.Id, element.GetAttribute("href") ?? element.GetAttribute("action") ?? element.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deny", "Niet reanimeren", "zvp-limit--set")]
    [InlineData("permit", "Wel reanimeren", "zvp-limit--set")]
    [InlineData("other", "Reanimeren: anders, Alleen overdag", "zvp-limit--set")]
    [InlineData("inactive", "Geen behandelaanwijzing gevonden in het EPD", "zvp-limit--none")]
    [InlineData("entered-in-error", "Geen behandelaanwijzing gevonden in het EPD", "zvp-limit--none")]
    [InlineData("unknown", "Een aanwijzing kan niet veilig worden weergegeven", "zvp-limit--set")]
    [InlineData("none", "Geen behandelaanwijzing gevonden in het EPD", "zvp-limit--none")]
    public async Task R10_Banner_Directive_IsShownAsItIs(string kind, string text, string css)
    {
        var patient = await OwnPatientAsync("directive-" + kind);
        if (kind != "none")
        {
            await fixture.Epd.PutAsync(Directive(patient, kind));
        }

        var answer = await fixture.Doctor.GetAsync(fixture.DoctorsPath(patient));
        Assert.Contains(text, answer.Part(".zvp-limit"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(css, answer.Page.QuerySelector(".zvp-limit")!.ClassList);
    }

    [Fact]
    public async Task Banner_SecondRecordOfThePerson_IsARedLineAndNeverNone()
    {
        var patient = await OwnPatientAsync("double-1", bsn: "999990019");
        await OwnPatientAsync("double-2", bsn: "999990019");
        var answer = await fixture.Doctor.GetAsync(fixture.DoctorsPath(patient));
        Assert.Contains("Er is een tweede dossier van deze patiënt", answer.Part(".zvp-banner .zvp-note--danger"), StringComparison.Ordinal);
        Assert.Contains("Niet alles wordt getoond", answer.Part(".zvp-limit"), StringComparison.Ordinal);
        Assert.DoesNotContain("Geen behandelaanwijzing", answer.Part(".zvp-limit"), StringComparison.Ordinal);
        await fixture.Epd.RemoveAsync("Patient/double-2");
    }

    [Fact]
    public async Task R10_Sections_EnteredInErrorIsAbsent_AndUnknownMarksAreNotGuessed()
    {
        var patient = await OwnPatientAsync("marks");
        await fixture.Epd.PutAsync(Condition(patient, "marks-wrong", "Vergissing", status: "entered-in-error"));
        await fixture.Epd.PutAsync(Condition(patient, "marks-right", "Longontsteking"));
        var strange = Condition(patient, "marks-strange", "Geheimzinnige ziekte");
        strange["modifierExtension"] = new JsonArray(new JsonObject { ["url"] = "https://epd.example/niet", ["valueBoolean"] = true });
        await fixture.Epd.PutAsync(strange);
        var answer = await fixture.Doctor.GetAsync(fixture.DoctorsPath(patient));
        var diagnoses = answer.Part("#diagnoses");
        Assert.Contains("Longontsteking", diagnoses, StringComparison.Ordinal);
        Assert.Contains("Kan niet veilig worden weergegeven", diagnoses, StringComparison.Ordinal);
        Assert.DoesNotContain("Vergissing", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimzinnige", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_TextOfTheEpd_IsEncoded()
    {
        var patient = await OwnPatientAsync("script");
        await fixture.Epd.PutAsync(Condition(patient, "script-1", "<script>alert(1)</script>\"'&"));
        var answer = await fixture.Doctor.GetAsync(fixture.DoctorsPath(patient));
        Assert.Contains("<script>alert(1)</script>\"'&", answer.Part("#diagnoses"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutAnything_SaysPerSectionThatTheEpdHasNone()
    {
        var answer = await fixture.Doctor.GetAsync(fixture.DoctorsPath(await OwnPatientAsync("empty")));
        Assert.Contains("Geen opname", answer.Part("#opname"), StringComparison.Ordinal);
        Assert.Contains("Geen diagnoses gevonden", answer.Part("#diagnoses"), StringComparison.Ordinal);
        Assert.Contains("Dat is niet hetzelfde als geen allergie.", answer.Part("#allergieen"), StringComparison.Ordinal);
        Assert.Contains("Geen brieven gevonden", answer.Part("#brieven"), StringComparison.Ordinal);
        Assert.Contains("Dat is niet hetzelfde als geen beperking.", answer.Part("#behandelaanwijzingen"), StringComparison.Ordinal);
    }

    private static string Dutch(string iso) => string.Join('-', iso.Split('-').Reverse());

    /// <summary>A made-up patient with nothing in the record, registered with the GP of De Linde.</summary>
    private async Task<string> OwnPatientAsync(string id, string? bsn = null)
    {
        var patient = await fixture.Epd.ReadAsync("Patient/" + fixture.Own.First(p => p.Gps.Count == 1 && p.State == "admitted").Id);
        patient["id"] = id;
        patient["identifier"] = bsn is null
            ? new JsonArray()
            : new JsonArray(new JsonObject { ["system"] = "http://fhir.nl/fhir/NamingSystem/bsn", ["value"] = bsn });
        if (bsn is null)
        {
            patient.Remove("identifier");
        }

        patient.Remove("meta");
        await fixture.Epd.PutAsync(patient);
        return id;
    }

    private static JsonObject Reference(string patient) => new() { ["reference"] = "Patient/" + patient };

    private static JsonObject Concept(string system, string code, string text) => new()
    {
        ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code, ["display"] = text }),
        ["text"] = text,
    };

    private static JsonObject Condition(string patient, string id, string text, string status = "confirmed") => new()
    {
        ["resourceType"] = "Condition",
        ["id"] = id,
        ["verificationStatus"] = Concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", status, status),
        ["code"] = new JsonObject { ["text"] = text },
        ["subject"] = Reference(patient),
    };

    private static JsonObject Directive(string patient, string kind)
    {
        var directive = new JsonObject
        {
            ["resourceType"] = "Consent",
            ["id"] = $"{patient}-consent",
            ["status"] = kind is "inactive" or "entered-in-error" ? kind : "active",
            ["scope"] = Concept("http://terminology.hl7.org/CodeSystem/consentscope", "treatment", "Treatment"),
            ["category"] = new JsonArray(Concept("http://snomed.info/sct", "129125009", "Procedure with explicit context")),
            ["patient"] = Reference(patient),
            ["provision"] = new JsonObject
            {
                ["type"] = kind == "permit" ? "permit" : "deny",
                ["code"] = new JsonArray(Concept("http://snomed.info/sct", "89666000", "Reanimeren")),
            },
        };
        if (kind == "other")
        {
            directive["modifierExtension"] = new JsonArray(new JsonObject
            {
                ["url"] = "http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.SpecificationOther",
                ["valueString"] = "Alleen overdag",
            });
        }

        if (kind == "unknown")
        {
            directive["modifierExtension"] = new JsonArray(new JsonObject { ["url"] = "https://epd.example/niet", ["valueBoolean"] = true });
        }

        return directive;
    }
}
