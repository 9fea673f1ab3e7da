using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

public sealed class AdmissionReaderTests
{
    private static readonly DateTimeOffset _now = new FakeClock().GetUtcNow();

    [Fact]
    public void Read_OtherClass_IsNoAdmission() =>
        Assert.Empty(Read(Some.Encounter(@class: "AMB"), Some.Encounter("e2", @class: "EMER"), Some.Encounter("e3", @class: null), Some.Encounter("e4", @class: "imp")));

    [Fact]
    public void Read_CancelledOrInError_IsLeftOut() =>
        Assert.Empty(Read(Some.Encounter(status: "cancelled"), Some.Encounter("e2", status: "entered-in-error")));

    [Fact]
    public void Read_SeveralStays_AreNewestFirst() => Assert.Equal(
        ["08-03-2026", "01-02-2026", "2025"],
        Read(
            Some.Encounter("e2", status: "finished", start: "2026-02-01", end: "2026-02-03"),
            Some.Encounter("e3", status: "finished", start: "2025", end: "2025"),
            Some.Encounter()).Select(a => a.Start!.Date));

    [Fact]
    public void Read_SubEncounters_AreOneStay()
    {
        var stay = Assert.Single(Read(
            Some.Encounter("root", start: "2026-03-05T10:00:00+01:00"),
            PartOf("root", Some.Encounter("part1", status: "finished", start: "2026-03-05T10:00:00+01:00", end: "2026-03-05T12:00:00+01:00")),
            PartOf("part1", Some.Encounter("part2", status: "finished", start: "2026-03-05T12:00:00+01:00", end: "2026-03-06"))));

        Assert.Equal(AdmissionState.Admitted, stay.State);
        Assert.Equal("05-03-2026", stay.Start!.Date);
    }

    [Fact]
    public void Read_RootIsNotThere_APartThatEndedDoesNotHideTheOneSheLiesIn()
    {
        var stay = Assert.Single(Read(
            PartOf("root", Some.Encounter("part1", start: "2026-03-05T10:00:00+01:00")),
            PartOf("root", Some.Encounter("part2", status: "finished", start: "2026-03-06T10:00:00+01:00", end: "2026-03-06T12:00:00+01:00"))));

        Assert.Equal(AdmissionState.Admitted, stay.State);
        Assert.Equal("05-03-2026", stay.Start!.Date);
    }

    [Fact]
    public void Read_PartsInALoop_StillGiveTheStay()
    {
        var stays = Read(PartOf("e2", Some.Encounter()), PartOf("e1", Some.Encounter("e2")));

        Assert.NotEmpty(stays);
        Assert.All(stays, s => Assert.Equal(AdmissionState.Admitted, s.State));
    }

    [Fact]
    public void Read_WardDoctorAndReason_ComeFromTheRightPlaces()
    {
        var encounter = Some.Encounter().With(e =>
        {
            e["reasonCode"] = new JsonArray(new JsonObject { ["text"] = "Kortademig" });
            e["location"] = new JsonArray(
                Stop("old", "completed", "2026-03-08T09:30:00+01:00"), Stop("l1", "active", "2026-03-09"), Stop("later", "planned", "2026-03-11"), Stop("l2", "active", "2026-03-11"));
            e["participant"] = new JsonArray(Participant("REF", "Verwijzer"), Participant("ATND", "Arts-assistent"), Participant("RESP", "Hoofdbehandelaar"), Participant("COV", "Verzekeraar"));
            e["hospitalization"] = new JsonObject { ["admitSource"] = new JsonObject { ["text"] = "Thuis" }, ["dischargeDisposition"] = new JsonObject { ["text"] = "Verpleeghuis" } };
        });

        var stay = Assert.Single(Read([Some.Location("l1", "Cardiologie", "0800-123"), Some.Location("l2", "Straks"), Some.Location("old", "SEH"), Some.Location("later", "Later")], encounter));

        Assert.Equal(
            ("Cardiologie", "0800-123", "Hoofdbehandelaar", "Kortademig", "Thuis", "Verpleeghuis"),
            (stay.Ward, stay.WardPhone, stay.Doctor, stay.Reason, stay.From, stay.To));
    }

    [Fact]
    public void Read_NoLocationFetched_TheDisplayNamesTheWard() => Assert.Equal("Ward 3", Assert.Single(Read(Some.Encounter().With(e =>
        e["location"] = new JsonArray(new JsonObject { ["location"] = new JsonObject { ["reference"] = "Location/l9", ["display"] = "Ward 3" } })))).Ward);

    [Fact]
    public void Read_OnlyAnInsurerOrReferrer_IsNoDoctor() => Assert.Null(Assert.Single(Read(Some.Encounter().With(e =>
        e["participant"] = new JsonArray(Participant("REF", "Verwijzer"), Participant("COV", "Verzekeraar"))))).Doctor);

    [Fact]
    public void Read_ParticipantsWithoutARole_AreInvolvedAndInsurersAreNot()
    {
        var stay = Assert.Single(Read(Some.Encounter().With(e => e["participant"] = new JsonArray(
            Participant("RESP", "Hoofdbehandelaar"), Participant("REF", "Verwijzer"), Participant("COV", "Verzekeraar"), Participant("CON", "Consulent"),
            new JsonObject { ["individual"] = new JsonObject { ["display"] = "Zonder rol" } }))));

        Assert.Equal(("Hoofdbehandelaar", "Verwijzer"), (stay.Doctor, stay.Referrer));
        Assert.Equal(["Consulent", "Zonder rol"], stay.Involved);
    }

    [Theory]
    [InlineData("264362003", "Home", "Thuis")]
    [InlineData("445060000", null, "Vertrokken tegen medisch advies")]
    [InlineData("1", "Elders", "Elders")]
    [InlineData("1", null, "1")]
    public void Read_OriginAndDestination_AreDutchWhereKnown(string code, string? display, string text)
    {
        var stay = Assert.Single(Read(Some.Encounter().With(e => e["hospitalization"] = new JsonObject
        {
            ["admitSource"] = Some.Concept(Some.Snomed, code, display),
            ["dischargeDisposition"] = Some.Concept(Some.Snomed, code, display),
        })));

        Assert.Equal((text, text, false), (stay.From, stay.To, stay.EndedInDeath));
    }

    [Fact]
    public void Read_TextOfTheHospital_GoesFirst()
    {
        CareMomentOptions texts = new() { Places = { ["264362003"] = "Naar huis" } };
        var encounter = Some.Encounter().With(e => e["hospitalization"] = new JsonObject { ["dischargeDisposition"] = Some.Concept(Some.Snomed, "264362003") }).As<Encounter>();

        Assert.Equal("Naar huis", Assert.Single(new AdmissionReader(new Uri("http://epd.example/fhir/"), ["IMP"], texts).Read([encounter], [], _now)).To);
    }

    [Fact]
    public void Read_DiedInHospital_IsTold()
    {
        var stay = Assert.Single(Read(Some.Encounter(status: "finished", end: "2026-03-09").With(e =>
            e["hospitalization"] = new JsonObject { ["dischargeDisposition"] = Some.Concept(Some.Snomed, "183676005") })));

        Assert.Equal((true, "Overleden in het ziekenhuis"), (stay.EndedInDeath, stay.To));
    }

    [Fact]
    public void Read_TypeAndSpecialty_ComeFromThePartThatKnows()
    {
        var stay = Assert.Single(Read(
            Some.Encounter("root", start: "2026-03-05T10:00:00+01:00"),
            PartOf("root", Some.Encounter("part")).With(e =>
            {
                e["type"] = new JsonArray(new JsonObject { ["text"] = "Ziekenhuiscontact" });
                e["serviceType"] = new JsonObject { ["text"] = "Cardiologie" };
            })));

        Assert.Equal(("Ziekenhuiscontact", "Cardiologie"), (stay.Type, stay.Specialty));
        Assert.Equal(["part", "root"], stay.EncounterIds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_LettersOfAnAdmission_AreFoundThroughItsParts()
    {
        var stay = Assert.Single(Read(Some.Encounter("root"), PartOf("root", Some.Encounter("part"))));
        var about = Letter("Encounter/part");

        Assert.True(about.IsAbout(stay));
        Assert.False(Letter("Encounter/other").IsAbout(stay));

        static Letter Letter(string encounter) => Assert.Single(new LetterShelfReader(new Uri("http://epd.example/fhir/"), new())
            .Read([Some.Document().With(d => d["context"] = new JsonObject { ["encounter"] = new JsonArray(Some.Ref(encounter)) }).As<DocumentReference>()]).Letters);
    }

    [Fact]
    public void Read_SameLocationTwice_IsNoFault() =>
        Assert.Single(Read([Some.Location(), Some.Location(name: "Andere naam")], Some.Encounter()));

    [Fact]
    public void R10_NotUnderstood_TellsOnlyStateAndDates()
    {
        var stay = Assert.Single(Read(Some.Encounter().With(e =>
        {
            e["modifierExtension"] = Some.UnknownModifier;
            e["reasonCode"] = new JsonArray(new JsonObject { ["text"] = "Kortademig" });
            e["participant"] = new JsonArray(Participant("RESP", "Hoofdbehandelaar"));
        })));

        Assert.True(stay.IsNotUnderstood);
        Assert.Equal((null, null, null, "08-03-2026"), (stay.Reason, stay.Doctor, stay.Ward, stay.Start!.Date));
        Assert.Empty(stay.Involved);
    }

    private static IReadOnlyList<Admission> Read(params JsonObject[] encounters) => Read([], encounters);

    private static IReadOnlyList<Admission> Read(JsonObject[] locations, params JsonObject[] encounters) =>
        new AdmissionReader(new Uri("http://epd.example/fhir/"), ["IMP", "ACUTE", "NONAC"], new CareMomentOptions())
            .Read(encounters.Select(e => e.As<Encounter>()), locations.Select(l => l.As<Location>()), _now);

    private static JsonObject PartOf(string root, JsonObject encounter) => encounter.With(e => e["partOf"] = Some.Ref("Encounter/" + root));

    private static JsonObject Stop(string id, string status, string start) => new()
    {
        ["location"] = Some.Ref("Location/" + id),
        ["status"] = status,
        ["period"] = Some.Period(start, null),
    };

    private static JsonObject Participant(string role, string name) => new()
    {
        ["type"] = new JsonArray(Some.Concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", role)),
        ["individual"] = new JsonObject { ["display"] = name },
    };
}
