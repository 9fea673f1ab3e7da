using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

public sealed class ResultReaderTests
{
    private const string Absent = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    [Theory]
    [InlineData("registered", ResultState.Registered, "aangevraagd, nog geen uitslag")]
    [InlineData("preliminary", ResultState.Preliminary, "voorlopig")]
    [InlineData("partial", ResultState.Partial, "gedeeltelijk")]
    [InlineData("final", ResultState.Final, "definitief")]
    [InlineData("amended", ResultState.Amended, "gewijzigd")]
    [InlineData("corrected", ResultState.Corrected, "gecorrigeerd")]
    [InlineData("appended", ResultState.Appended, "aangevuld")]
    [InlineData("cancelled", ResultState.Cancelled, "geannuleerd")]
    [InlineData("unknown", ResultState.Unknown, "status onbekend")]
    [InlineData("klaar", ResultState.Unknown, "status onbekend (klaar)")]
    public void Read_Status_IsTold(string status, ResultState state, string text) =>
        Assert.Equal(new ResultStatus(state, text), SomeResult.Only(SomeResult.Observation().With(o => o["status"] = status)).Status);

    [Fact]
    public void Read_WithoutStatus_IsUnknown() =>
        Assert.Equal(ResultState.Unknown, SomeResult.Only(SomeResult.Observation().With(o => o.Remove("status"))).Status.State);

    [Theory]
    [InlineData("masked", "Masked", "afgeschermd")]
    [InlineData("unknown", null, "onbekend")]
    [InlineData("not-performed", "Not Performed", "niet uitgevoerd")]
    [InlineData("error", "Monster hemolytisch", "bepaling mislukt: Monster hemolytisch")]
    [InlineData("temp-unknown", null, "nog niet bekend")]
    [InlineData("anders", "Eigen reden", "Eigen reden")]
    public void R11_DataAbsentReason_IsToldInsteadOfABlank(string code, string? display, string text)
    {
        var line = SomeResult.Only(SomeResult.Observation(value: null).With(o => o["dataAbsentReason"] = Some.Concept(Absent, code, display)));

        Assert.Equal((null, text), (line.Value, line.Missing));
    }

    [Theory]
    [InlineData("final", "geen waarde in het EPD")]
    [InlineData("registered", "nog geen uitslag")]
    [InlineData("cancelled", "geannuleerd")]
    public void R11_NoValueAtAll_IsSaid(string status, string text) =>
        Assert.Equal(text, SomeResult.Only(SomeResult.Observation(value: null).With(o => o["status"] = status)).Missing);

    [Theory]
    [InlineData("valueQuantity", """{"unit":"mmol/L"}""", "de waarde in het EPD is niet te lezen")]
    [InlineData("valueString", "\"\"", "de waarde in het EPD is niet te lezen")]
    [InlineData("valueSampledData", """{"dimensions":1}""", "meetcurve, niet te tonen in het portaal")]
    [InlineData("_valueString", """{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}""", "afgeschermd")]
    public void R11_ValueWithoutContent_IsSaid(string name, string value, string text) =>
        Assert.Equal(text, SomeResult.Only(SomeResult.Observation(value: null).With(o => o[name] = JsonNode.Parse(value))).Missing);

    [Fact]
    public void R10_NotUnderstood_TellsKindAndDatesOnly()
    {
        var line = SomeResult.Only(SomeResult.Observation().With(o =>
        {
            o["modifierExtension"] = Some.UnknownModifier;
            o["interpretation"] = new JsonArray(Some.Concept(SomeResult.Interpretation, "N"));
            o["note"] = new JsonArray(new JsonObject { ["text"] = "geheim" });
        }));

        Assert.True(line.IsNotUnderstood);
        Assert.Equal(("Uitslag", "08-03-2026 09:30", null, null), (line.Name, line.Effective?.DateAndTime, line.Value, line.Missing));
        Assert.Empty(line.Flags);
        Assert.Empty(line.Notes);
        Assert.Equal(ResultState.Unknown, line.Status.State);
    }

    [Fact]
    public void R10_EnteredInError_IsNowhere()
    {
        var wrong = SomeResult.Observation("o2").With(o => o["status"] = "entered-in-error");

        Assert.Empty(SomeResult.Read(wrong, SomeResult.Report().With(r => r["status"] = "entered-in-error")));
        Assert.Empty(SomeResult.Only(wrong, SomeResult.Observation(value: null).With(o => o["hasMember"] = SomeResult.Members("o2"))).Members);
        Assert.Empty(SomeResult.OnlyReport(wrong, SomeResult.Report().With(r => r["result"] = SomeResult.Members("o2"))).Results);
    }

    [Fact]
    public void Read_Panel_HoldsItsMembersAndComponentsInOrder()
    {
        var panel = SomeResult.Observation("panel", "Chemie", value: null).With(o =>
        {
            o["hasMember"] = SomeResult.Members("b", "a", "gone");
            o["component"] = JsonNode.Parse("""[{"code":{"text":"deel"},"valueQuantity":{"value":1.0,"unit":"x"}},{"code":{"text":"leeg"},"dataAbsentReason":{"coding":[{"code":"not-performed"}]}}]""");
        });

        var line = SomeResult.Only(SomeResult.Observation("a", "Kalium"), panel, SomeResult.Observation("b", "Natrium", "140"));

        Assert.Equal(["Natrium", "Kalium", "Onderdeel", "deel", "leeg"], line.Members.Select(m => m.Name));
        Assert.Equal([null, null, "niet meegekomen uit het EPD", null, "niet uitgevoerd"], line.Members.Select(m => m.Missing));
        Assert.Null(line.Missing);
    }

    [Fact]
    public void Read_PanelsThatHoldEachOther_EndsAndShowsBoth()
    {
        var lines = SomeResult.Read(
            SomeResult.Observation("a", "Een").With(o => o["hasMember"] = SomeResult.Members("b")),
            SomeResult.Observation("b", "Twee").With(o => o["hasMember"] = SomeResult.Members("a", "b")));

        var top = Assert.Single(lines.SelectMany(s => s.Results));
        Assert.Equal(("Een", "Twee"), (top.Name, Assert.Single(top.Members).Name));
    }

    [Fact]
    public void Read_ManyPanelsOfManyPanels_IsBounded()
    {
        var ids = Enumerable.Range(0, 60).Select(i => $"o{i}").ToArray();

        var lines = SomeResult.Read([.. ids.Select(id => SomeResult.Observation(id).With(o => o["hasMember"] = SomeResult.Members(ids)))]);

        Assert.InRange(lines.SelectMany(s => s.Results).Sum(Count), 60, 30_000);

        static int Count(TestResult line) => 1 + line.Members.Sum(Count);
    }

    [Fact]
    public void Read_NewestFirst_AndUndatedBeforeAll()
    {
        var lines = SomeResult.Read(
            SomeResult.Observation("old", "Oud", at: "2024"), SomeResult.Observation("new", "Nieuw"),
            SomeResult.Observation("none", "Zonder").With(o => o.Remove("effectiveDateTime")));

        Assert.Equal(["Zonder", "Nieuw", "Oud"], Assert.Single(lines).Results.Select(r => r.Name));
    }

    [Fact]
    public void Read_WhoMadeIt_ComesWithThePhoneThatIsKnown()
    {
        var line = SomeResult.Only(
            SomeResult.Observation().With(o => o["performer"] = JsonNode.Parse("""[{"reference":"Organization/lab"},{"reference":"PractitionerRole/x"},{"display":"Afdeling Z"},{"reference":"Organization/gone"}]""")),
            JsonNode.Parse("""{"resourceType":"Organization","id":"lab","name":"KCL","telecom":[{"system":"phone","value":"030-1","use":"old"},{"system":"phone","value":"030-2"}]}""")!.AsObject(),
            JsonNode.Parse("""{"resourceType":"PractitionerRole","id":"x","practitioner":{"display":"Dr. Bakker"},"organization":{"reference":"Organization/lab"}}""")!.AsObject());

        Assert.Equal([new ResultContact("KCL", "030-2"), new("Dr. Bakker, KCL", "030-2"), new("Afdeling Z", null)], line.Performers);
    }

    [Fact]
    public void Read_Circumstances_AreTold()
    {
        var line = SomeResult.Only(
            SomeResult.Observation().With(o =>
            {
                o["issued"] = "2026-03-08T12:00:00Z";
                o["specimen"] = Some.Ref("Specimen/s1");
                o["method"] = new JsonObject { ["text"] = "ISE" };
                o["bodySite"] = new JsonObject { ["text"] = "arm" };
                o["note"] = new JsonArray(new JsonObject { ["text"] = "hemolyse" });
            }),
            JsonNode.Parse("""{"resourceType":"Specimen","id":"s1","status":"unsatisfactory","type":{"text":"Bloed"},"collection":{"collectedDateTime":"2026-03-08"},"receivedTime":"2026-03-08T09:00:00Z"}""")!.AsObject());

        Assert.Equal(("08-03-2026 13:00", "ISE", "arm", "hemolyse"), (line.Issued?.DateAndTime, line.Method, line.BodySite, Assert.Single(line.Notes).Text));
        Assert.Equal(("Bloed", "08-03-2026", "08-03-2026 10:00", "materiaal niet geschikt"), (line.Specimen?.Name, line.Specimen?.Collected?.Date, line.Specimen?.Received?.DateAndTime, line.Specimen?.Fault));
    }

    [Fact]
    public void Read_ContainedWithTheIdOfAnother_HidesNothing()
    {
        var lines = SomeResult.Read(
            SomeResult.Observation("panel", "Chemie", value: null).With(o =>
            {
                o["contained"] = new JsonArray(SomeResult.Observation("o1", "Inliggend", "1"));
                o["hasMember"] = JsonNode.Parse("""[{"reference":"#o1"}]""");
            }),
            SomeResult.Observation("o1", "Zelfstandig", "2"));

        Assert.Equal(["Chemie", "Zelfstandig"], Assert.Single(lines).Results.Select(r => r.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void R4_ContainedMemberOfAnotherPatient_IsNotShown()
    {
        var panel = SomeResult.Observation(value: null).With(o =>
        {
            o["contained"] = new JsonArray(SomeResult.Observation("c", "Vreemd", patient: "p9"), SomeResult.Observation("d", "Eigen"));
            o["hasMember"] = JsonNode.Parse("""[{"reference":"#c"},{"reference":"#d"}]""");
        });

        Assert.Equal([("Onderdeel", false), ("Eigen", true)], SomeResult.Only(panel).Members.Select(m => (m.Name, m.Value is not null)));
    }
}
