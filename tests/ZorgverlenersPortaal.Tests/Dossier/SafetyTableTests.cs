using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier;

/// <summary>
/// fhir.md §4.7, what a client must not ignore, row by row: the rows that the sections decide. Those that reading
/// decides are in Fhir/SafetyTableTests. The first words of each comment are the row.
/// </summary>
public sealed class SafetyTableTests : IAsyncLifetime
{
    private const string Verification = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    // modifierExtension: unknown: show the item as "kan niet veilig worden weergegeven", with type and date, no details.
    [Fact]
    public async Task R10_UnknownModifierExtension_ShowsTypeAndDateOnly()
    {
        _dossier.Epd.Has(Some.Condition().With(c => c["modifierExtension"] = Some.UnknownModifier));

        var item = Assert.Single((await DiagnosesAsync()).Content!);

        Assert.Equal(("Diagnose", "02-11-2025", true), (item.Name, item.Recorded?.Date, item.IsNotUnderstood));
    }

    // status = entered-in-error: do not show as fact (all types); keep out of counts, and out of what the trail says was shown.
    [Fact]
    public async Task R10_EnteredInError_IsNeitherShownNorCounted()
    {
        _dossier.Epd.Has(Some.Condition(), Some.Condition("d2").With(c => c["verificationStatus"] = Some.Concept(Verification, "entered-in-error")));

        var section = await DiagnosesAsync();

        Assert.Single(section.Content!);
        Assert.Equal(["Condition/d1/1"], section.Resources);
        Assert.False(section.IsIncomplete);
    }

    // Patient.link: replaced-by: follow to the surviving record, show that.
    [Fact]
    public async Task R4_ReplacedByLink_OpensTheSurvivor()
    {
        _dossier.Epd.Has(
            Some.Patient("old", bsn: null).With(p => p["link"] = new JsonArray(new JsonObject { ["other"] = Some.Ref("Patient/p1"), ["type"] = "replaced-by" })),
            Some.Condition());

        Assert.Equal("p1", (await _dossier.GrantAsync("old")).PatientId);
    }

    // Patient.link: two Patients for one BSN: show neither as complete, warn.
    [Fact]
    public async Task R7_TwoPatientsForOneBsn_NeverSaysNone()
    {
        _dossier.Epd.Has(Some.Patient("p2"));

        var banner = await _dossier.Reader.OpenAsync(await StartAsync());

        Assert.True(banner.HasSecondRecord);
        Assert.Equal(DirectiveState.Incomplete, banner.Directives.State);
    }

    // Bundle entries mode outcome: warnings to the user ("mogelijk niet volledig"), error/fatal = failed section.
    [Theory]
    [InlineData("warning", true, null)]
    [InlineData("error", false, EpdFailure.Failing)]
    [InlineData("fatal", false, EpdFailure.Failing)]
    public async Task R7_OutcomeEntry_MakesTheSectionIncompleteOrFailed(string severity, bool isIncomplete, EpdFailure? failure)
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(Some.Condition(), Some.Outcome(severity)));

        var section = await DiagnosesAsync();

        Assert.Equal((isIncomplete, failure, failure is null), (section.IsIncomplete, section.Failure, section.Content is not null));
    }

    // Top-level OperationOutcome: a failed section, whatever it says and with whatever status.
    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task R7_OutcomeInThePlaceOfAList_IsAFailedSection(int status)
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Outcome("information", "informational"), status));

        var section = await DiagnosesAsync();

        Assert.Null(section.Content);
        Assert.NotNull(section.Failure);
    }

    // Self link: compare asked with self; a dropped parameter means filter locally or fail.
    [Fact]
    public async Task R4_SelfLinkWithoutThePatient_IsAFailedSection()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Condition()), ("self", "Condition?_count=200"))));

        Assert.Equal(EpdFailure.NotUnderstood, (await DiagnosesAsync()).Failure);
    }

    // Self link, filtered locally: letters asked with status=current.
    [Fact]
    public async Task R4_SelfLinkWithoutTheStatus_IsFilteredHere()
    {
        _dossier.Epd.On("DocumentReference", ScriptedAnswer.Json(Some.Linked(
            Some.Bundle(Some.Document(), Some.Document("doc2").With(d => d["status"] = "superseded")), ("self", "DocumentReference?patient=p1"))));

        Assert.Equal(["doc1"], (await (await StartAsync()).Letters.ShowAsync()).Content!.Letters.Select(letter => letter.Id));
    }

    // References: check that subject is this patient; a mismatch is an incident.
    [Fact]
    public async Task R4_AnotherPatientsResource_IsDroppedRecordedAndTold()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(Some.Condition(), Some.Condition("d9", "p9")));

        var section = await DiagnosesAsync();

        Assert.Equal((1, true), (section.Content!.Count, section.IsIncomplete));
        Assert.Equal(["Condition/d9"], section.Strangers);
        Assert.Contains(_dossier.Records, record => record.Event == ZorgverlenersPortaal.Audit.AuditEventType.ForeignResourceDropped);
    }

    // Attachment / Binary: allow-list contentType; RTF, CDA, TIFF, HTML: offer nothing. (The real bytes: Portal/EpdProxy/LetterTests.)
    [Theory]
    [InlineData("application/pdf", true)]
    [InlineData("text/html", false)]
    [InlineData("application/rtf", false)]
    [InlineData("image/tiff", false)]
    [InlineData("application/hl7-v3+xml", false)]
    public async Task R10_LetterOfAnotherKindThanPdf_IsListedButNotOffered(string contentType, bool canOpen)
    {
        _dossier.Epd.Has(Some.Document(contentType: contentType));

        Assert.Equal(canOpen, Assert.Single((await (await StartAsync()).Letters.ShowAsync()).Content!.Letters).CanOpen);
    }

    // Observation.focus, Condition.recorder/asserter, FamilyMemberHistory: about someone else: do not list under the patient.
    [Fact]
    public async Task R4_WhatIsAboutSomeoneElse_IsNotListed()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(
            Some.Condition("d9", "p9").With(c => c["recorder"] = Some.Ref("Patient/p1")),
            Some.Condition("d8", "p9").With(c => c["asserter"] = Some.Ref("Patient/p1")),
            new JsonObject { ["resourceType"] = "FamilyMemberHistory", ["id"] = "f1", ["status"] = "completed", ["patient"] = Some.Ref("Patient/p1") }));

        var section = await DiagnosesAsync();

        Assert.Empty(section.Content!);
        Assert.True(section.IsIncomplete);
    }

    // Cardinality surprises: required element missing happens in published examples: degrade per item, never fail the page.
    [Fact]
    public async Task R7_ItemsThatLackAlmostEverything_AreShownAsUnknown()
    {
        _dossier.Epd.Has(
            new JsonObject { ["resourceType"] = "Condition", ["id"] = "d1", ["subject"] = Some.Ref("Patient/p1") },
            new JsonObject { ["resourceType"] = "AllergyIntolerance", ["id"] = "a1", ["patient"] = Some.Ref("Patient/p1"), ["reaction"] = new JsonArray(new JsonObject()) },
            new JsonObject { ["resourceType"] = "DocumentReference", ["id"] = "doc1", ["status"] = "current", ["subject"] = Some.Ref("Patient/p1") });
        var reading = await StartAsync();

        Assert.Equal("Onbekende diagnose", Assert.Single((await reading.Diagnoses.ShowAsync()).Content!).Name);
        Assert.Equal("Onbekende stof", Assert.Single((await reading.Allergies.ShowAsync()).Content!).Name);
        Assert.Equal("Overige correspondentie", Assert.Single((await reading.Letters.ShowAsync()).Content!.Letters).Title);
    }

    // Unknown code, unknown class/category: show, in "overig".
    [Fact]
    public async Task R7_UnknownCodes_AreShown()
    {
        _dossier.Epd.Has(
            Some.Condition().With(c =>
            {
                c["code"] = Some.Concept("urn:oid:1.2.3", "X1");
                c["clinicalStatus"] = Some.Concept("urn:oid:1.2.3", "anders");
            }),
            Some.Document().With(d => d["type"] = Some.Concept("urn:oid:1.2.3", "X2", "Soort die niemand kent")));
        var reading = await StartAsync();

        var diagnosis = Assert.Single((await reading.Diagnoses.ShowAsync()).Content!);
        Assert.Equal(("X1", true), (diagnosis.Name, diagnosis.IsActive));
        Assert.Equal("Soort die niemand kent", Assert.Single((await reading.Letters.ShowAsync()).Content!.Letters).Title);
    }

    // Staleness: show query time and source per section; partial failure visible per section.
    [Fact]
    public async Task R7_OneSectionFails_ItSaysSoWithItsTimeAndTheOthersStand()
    {
        _dossier.Epd.Has(Some.Allergy());
        _dossier.Epd.On("Condition", ScriptedAnswer.Status(500));
        var reading = await StartAsync();

        var (failed, good) = (await reading.Diagnoses.ShowAsync(), await reading.Allergies.ShowAsync());

        Assert.NotNull(failed.Failure);
        Assert.Single(good.Content!);
        Assert.Equal((_dossier.Clock.GetUtcNow(), _dossier.Clock.GetUtcNow()), (failed.FetchedAt, good.FetchedAt));
    }

    private async Task<Section<IReadOnlyList<Diagnosis>>> DiagnosesAsync() => await (await StartAsync()).Diagnoses.ShowAsync();

    private async Task<DossierReading> StartAsync() => _dossier.Reader.Start(await _dossier.GrantAsync(), default);
}
