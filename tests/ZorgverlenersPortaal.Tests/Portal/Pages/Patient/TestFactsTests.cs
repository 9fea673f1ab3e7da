using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Portal.Pages.Patient;
using ZorgverlenersPortaal.Tests.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

public sealed class TestFactsTests
{
    private static readonly JsonObject _specimen = new()
    {
        ["resourceType"] = "Specimen",
        ["id"] = "s1",
        ["subject"] = Some.Ref("Patient/p1"),
        ["type"] = new JsonObject { ["text"] = "Bloed" },
        ["receivedTime"] = "2026-03-08T10:15:00+01:00",
        ["collection"] = new JsonObject { ["collectedDateTime"] = "2026-03-08T09:10:00+01:00", ["bodySite"] = new JsonObject { ["text"] = "linkerarm" } },
        ["note"] = new JsonArray(new JsonObject { ["text"] = "hemolytisch" }),
    };

    [Fact]
    public void Of_MethodSpecimenAndBodySite_AreToldAsTheEpdGivesThem() =>
        Assert.Equal(
            [
                ("Plaats van afname", "linkerarm"), ("Afgenomen", "08-03-2026 09:10"), ("Ontvangen", "08-03-2026 10:15"),
                ("Opmerking bij het materiaal", "hemolytisch"), ("Methode", "flowcytometrie"), ("Plaats van de meting", "oor"),
            ],
            TestFacts.Of(SomeResult.Only(Measured(), Copy(_specimen))));

    [Fact]
    public void Of_NothingMoreThanAName_IsEmpty() =>
        Assert.Empty(TestFacts.Of(SomeResult.Only(SomeResult.Observation().With(o => o["specimen"] = new JsonObject { ["display"] = "Bloed" }))));

    [Fact]
    public void R10_Of_SpecimenInError_TellsNothingOfIt() =>
        Assert.Equal(["Methode", "Plaats van de meting"], TestFacts.Of(SomeResult.Only(Measured(), Copy(_specimen).With(s => s["status"] = "entered-in-error"))).Select(f => f.Name));

    [Fact]
    public void R10_Of_ResultThatIsNotUnderstood_TellsNothing() =>
        Assert.Empty(TestFacts.Of(SomeResult.Only(Measured().With(o => o["modifierExtension"] = Some.UnknownModifier), Copy(_specimen))));

    [Fact]
    public void Unlisted_PanelWithoutAValue_KeepsItsMaterial()
    {
        var table = new TestTable(
            [SomeResult.Only(
                SomeResult.Observation("panel", value: null).With(o => (o["hasMember"], o["specimen"]) = (SomeResult.Members("a"), Some.Ref("Specimen/s1"))),
                SomeResult.Observation("a"),
                Copy(_specimen))],
            null,
            "");

        Assert.Equal("Bloed", TestTable.Unlisted(Assert.Single(table.Rows).Panel)!.Specimen!.Name);
    }

    private static JsonObject Measured() => SomeResult.Observation().With(o =>
    {
        o["specimen"] = Some.Ref("Specimen/s1");
        o["method"] = new JsonObject { ["text"] = "flowcytometrie" };
        o["bodySite"] = new JsonObject { ["text"] = "oor" };
    });

    private static JsonObject Copy(JsonObject resource) => resource.DeepClone().AsObject();
}
