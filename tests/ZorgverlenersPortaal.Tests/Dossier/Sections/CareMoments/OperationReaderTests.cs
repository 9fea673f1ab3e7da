using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.CareMoments;

public sealed class OperationReaderTests
{
    private static readonly DateTimeOffset _now = new FakeClock().GetUtcNow();

    [Fact]
    public void Read_DoneAndPlanned_AreToldApart()
    {
        var list = Read(Moments.Procedure(), Moments.Procedure("old").With(p => p["performedDateTime"] = "1998"), Moments.Request(), Moments.Procedure("prep", status: "preparation"));

        Assert.Equal(["op1", "old"], Ids(list.Done));
        Assert.Equal(["prep", "rq1"], Ids(list.Planned));
        Assert.Empty(list.NotToDo);
        Assert.True(list.Done[0].IsSurgery);
    }

    [Fact]
    public void R10_DoNotPerform_IsNeverAPlan()
    {
        var list = Read(Moments.Request().With(r => r["doNotPerform"] = true), Moments.Request("over", status: "completed").With(r => r["doNotPerform"] = true));

        Assert.Empty(list.Planned);
        Assert.Equal(["rq1", "over"], Ids(list.NotToDo));
        Assert.All(list.NotToDo, o => Assert.Equal("Niet uitvoeren", o.State.Text()));
    }

    [Theory]
    [InlineData("\"false\"")]
    [InlineData("7")]
    public void R10_DoNotPerformThatCannotBeRead_IsNeitherPlanNorBan(string value)
    {
        var list = Read(Moments.Request().With(r => r["doNotPerform"] = JsonNode.Parse(value)));

        Assert.Empty(list.Planned);
        Assert.Empty(list.NotToDo);
        var item = Assert.Single(list.NotUnderstood);
        Assert.Equal(("Aanvraag", "01-04-2026", true), (item.Name, item.Start!.Date, item.IsNotUnderstood));
    }

    [Fact]
    public void R10_NotUnderstoodProcedure_TellsOnlyThatAndWhen()
    {
        var item = Assert.Single(Read(Moments.Procedure().With(p =>
        {
            p["modifierExtension"] = Some.UnknownModifier;
            p["note"] = new JsonArray(Moments.Text("geheim"));
        })).NotUnderstood);

        Assert.Equal(("Verrichting", "01-03-2026", OperationState.Unknown, 0, null), (item.Name, item.Start!.Date, item.State, item.Notes.Count, item.BodySite));
    }

    [Theory]
    [InlineData("plan", "active", "Voorstel, nog geen opdracht")]
    [InlineData("proposal", "active", "Voorstel, nog geen opdracht")]
    [InlineData("order", "draft", "Voorstel, nog geen opdracht")]
    [InlineData("iets", "active", "Voorstel, nog geen opdracht")]
    [InlineData("original-order", "active", "Gepland")]
    [InlineData("order", "on-hold", "Uitgesteld")]
    [InlineData("order", "revoked", "Ingetrokken")]
    [InlineData("order", "onzin", "Status onbekend")]
    public void Read_IntentAndStatus_SayHowFirmItIs(string intent, string status, string text) =>
        Assert.Equal(text, Assert.Single(Read(Moments.Request(status: status, intent: intent)).Planned).State.Text());

    [Fact]
    public void Read_OrderCarriedOutOrTakenBackLongAgo_IsNoPlan()
    {
        var list = Read(Moments.Request(status: "completed"), Moments.Request("gone", status: "revoked").With(r => r["occurrenceDateTime"] = "2026-01-01"));

        Assert.Empty(list.Planned.Concat(list.Done));
    }

    [Fact]
    public void Read_NotDone_SaysSoAndWhy()
    {
        var item = Assert.Single(Read(Moments.Procedure(status: "not-done").With(p => p["statusReason"] = Moments.Text("Koorts"))).Done);

        Assert.Equal(("Niet uitgevoerd", "Koorts"), (item.State.Text(), item.StateReason));
    }

    [Fact]
    public void R11_SideAndSurgeon_AreShown()
    {
        var item = Assert.Single(Read(Moments.Procedure().With(p =>
        {
            p["bodySite"] = new JsonArray(Moments.Text("Heup").With(s => s["extension"] = new JsonArray(new JsonObject
            {
                ["url"] = "http://nictiz.nl/fhir/StructureDefinition/ext-AnatomicalLocation.Laterality",
                ["valueCodeableConcept"] = Moments.Text("links"),
            })));
            p["performer"] = new JsonArray(
                new JsonObject { ["actor"] = new JsonObject { ["display"] = "Dr. Slaap" } },
                new JsonObject { ["actor"] = new JsonObject { ["display"] = "Dr. Mes" }, ["function"] = Some.Concept(Some.Snomed, "304292004", "chirurg") });
        })).Done);

        Assert.Equal(("Heup links", "Dr. Mes (chirurg), Dr. Slaap"), (item.BodySite, item.Performers));
    }

    [Theory]
    [InlineData("performedAge", """{"value":45,"comparator":"<","unit":"jaar"}""", "Op leeftijd < 45 jaar")]
    [InlineData("performedString", "\"Als kind\"", "Als kind")]
    [InlineData("performedRange", """{"low":{"value":4,"code":"a"},"high":{"value":6,"code":"a"}}""", "Op leeftijd 4 jaar tot 6 jaar")]
    public void R11_TimeInWords_IsShownAsWritten(string element, string value, string text) => Assert.Equal(text, Assert.Single(Read(Moments.Procedure().With(p =>
    {
        p.Remove("performedDateTime");
        p[element] = JsonNode.Parse(value);
    })).Done).When);

    [Fact]
    public void Read_ReferralsAndInvestigations_StandElsewhere()
    {
        var list = Read(Moments.Referral(), Moments.Request().With(r => r["category"] = new JsonArray(Some.Concept(Some.Snomed, "108252007"))));

        Assert.Empty(list.Planned.Concat(list.Done));
    }

    [Fact]
    public void R10_EnteredInError_IsNotThere() =>
        Assert.Empty(Read(Moments.Procedure(status: "entered-in-error"), Moments.Request(status: "entered-in-error")).Sources);

    [Fact]
    public void Read_UnknownKind_IsShown() =>
        Assert.False(Assert.Single(Read(Moments.Procedure().With(p => p["category"] = Moments.Text("iets nieuws"))).Done).IsSurgery);

    private static OperationList Read(params JsonObject[] resources) => new OperationReader(new Uri("http://epd.example/fhir/"), new())
        .Read(new EpdAnswer { Resources = [.. resources.Select(r => r.As())], FetchedAt = _now }, _now);

    private static IEnumerable<string> Ids(IEnumerable<Operation> operations) => operations.Select(o => o.Source.Split('/')[1]);
}
