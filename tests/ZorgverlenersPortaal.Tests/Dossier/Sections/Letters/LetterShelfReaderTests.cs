using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Letters;

public sealed class LetterShelfReaderTests
{
    private const string Loinc = "http://loinc.org";
    private const string Labels = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    [Theory]
    [InlineData(Some.Snomed, "11071000146104", "Ontslagbrief")]
    [InlineData(Loinc, "18842-5", "Ontslagbrief")]
    [InlineData(Some.Snomed, "11051000146107", "Verwijsbrief")]
    [InlineData("urn:oid:2.16.840.1.113883.2.4.4.30.69", "1", "Verwijsbrief")]
    [InlineData(Some.Snomed, "371535009", "Overdracht")]
    [InlineData(Loinc, "34797-1", "Specialistenbrief")]
    [InlineData(Loinc, "51852-2", "Overige correspondentie")]
    [InlineData("urn:other", "18842-5", "Overige correspondentie")]
    public void Read_TypeCode_GivesTheKind(string system, string code, string kind)
    {
        Assert.Equal(kind, Only(d => d["type"] = Some.Concept(system, code)).Kind);
        Assert.Equal(kind, Only(d => d["category"] = new JsonArray(Some.Concept(system, code))).Kind);
    }

    [Fact]
    public void Read_KindsOfTheHospital_ReplaceTheTable()
    {
        LetterOptions options = new() { Kinds = { new() { Name = "Poli", Codes = { Loinc + "|18842-5" } } } };

        Assert.Equal("Poli", Assert.Single(Shelf(options, Document("d", d => d["type"] = Some.Concept(Loinc, "18842-5"))).Letters).Kind);
        Assert.Equal("Overige correspondentie", Assert.Single(Shelf(options, Document("d", d => d["type"] = Some.Concept(Loinc, "34797-1"))).Letters).Kind);
    }

    [Fact]
    public void Read_OidsForWords_AreHiddenEverywhere() => Assert.Equal("Overige correspondentie", Only(d =>
    {
        d["type"] = new JsonObject { ["text"] = "2.16.840.1.113883.2.4.6" };
        d["description"] = "2.16.840.1.113883.2.4.7";
        d["content"]![0]!["attachment"]!["title"] = "2.16.840.1.113883.2.4.8.pdf";
    }).Title);

    [Theory]
    [InlineData("preliminary", "Concept")]
    [InlineData("final", "Definitief")]
    [InlineData("amended", "Gecorrigeerd")]
    [InlineData("corrected", "Gecorrigeerd")]
    [InlineData("iets", "Status onbekend")]
    public void Read_DocStatus_IsToldInDutch(string status, string text) => Assert.Equal(text, Only(d => d["docStatus"] = status).State.Text());

    [Fact]
    public void Read_ReplacedVersions_AreEarlierVersionsOfTheNewest()
    {
        var shelf = Shelf(
            Document("v1", d => d["status"] = "superseded", "2026-01-01"),
            Replaces("v1", Document("v2", d => d["status"] = "superseded", "2026-01-02")),
            Replaces("v2", Document("v3", _ => { }, "2026-01-03")));

        var letter = Assert.Single(shelf.Letters);
        Assert.Equal(("v3", "v2,v1", 0), (letter.Id, string.Join(',', letter.Earlier.Select(e => e.Id)), shelf.Replaced.Count));
        Assert.Equal(3, shelf.Sources.Count());
    }

    [Fact]
    public void R10_SupersededWithoutItsSuccessor_IsNeverCurrent()
    {
        var shelf = Shelf(Document("v1", d => d["status"] = "superseded"));

        Assert.Empty(shelf.Letters);
        Assert.Equal("v1", Assert.Single(shelf.Replaced).Id);
    }

    [Fact]
    public void R7_LettersThatReplaceEachOther_AreBothShown() =>
        Assert.Equal(2, Shelf(Replaces("b", Document("a")), Replaces("a", Document("b"))).Letters.Count);

    [Fact]
    public void R10_ReplacedByAWithheldLetter_IsNotCurrent()
    {
        var shelf = Shelf(Document("old"), Replaces("old", Labelled("new", "V")));

        Assert.Empty(shelf.Letters);
        Assert.Equal(("old", 1), (Assert.Single(shelf.Replaced).Id, shelf.Withheld));
    }

    [Fact]
    public void Read_AppendsAndTransforms_StandBesideTheOther()
    {
        var shelf = Shelf(
            Document("a"),
            Relates("appends", "a", Document("b")),
            Relates("transforms", "a", Document("c")));

        Assert.Equal(
            [("a", LetterRelation.None, null), ("b", LetterRelation.Addendum, "a"), ("c", LetterRelation.OtherForm, "a")],
            shelf.Letters.Select(l => (l.Id, l.Relation, l.RelatedId)).OrderBy(l => l.Id, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("V", true)]
    [InlineData("R", true)]
    [InlineData("r", true)]
    [InlineData("N", false)]
    public void R7_LabelledLetter_IsWithheldAndCounted(string label, bool isWithheld)
    {
        foreach (var document in new[] { Labelled("d", label), Document("d", d => d["meta"] = new JsonObject { ["security"] = new JsonArray(new JsonObject { ["system"] = Labels, ["code"] = label }) }) })
        {
            var shelf = Shelf(document);
            Assert.Equal((isWithheld ? 0 : 1, isWithheld ? 1 : 0), (shelf.Letters.Count, shelf.Withheld));
        }
    }

    [Fact]
    public void R7_LabelWithoutACode_IsWithheld() =>
        Assert.Equal(1, Shelf(Document("d", d => d["securityLabel"] = new JsonArray(new JsonObject { ["text"] = "geheim" }))).Withheld);

    [Fact]
    public void R13_LabelsSwitchedOff_ShowEverything() => Assert.Single(Shelf(new LetterOptions { WithheldLabels = { "None" } }, Labelled("d", "V")).Letters);

    [Theory]
    [InlineData("2017-09-22T21:59:59Z", 1)]
    [InlineData("2017-09-22T22:00:00Z", 0)]
    [InlineData("2017-09-23T10:00:00Z", 0)]
    [InlineData("2009-01-01T10:00:00Z", 1)]
    public void R7_LetterFromBeforeTheFirstDay_IsCountedAndNotShown(string date, int older)
    {
        var shelf = Shelf(Document("d", _ => { }, date));

        Assert.Equal((older, 1 - older, new DateOnly(2017, 9, 23)), (shelf.Older, shelf.Letters.Count, shelf.Since));
    }

    [Fact]
    public void R11_UtcMidnight_IsTheDutchDay() => Assert.Equal("12-05-2022", Only(d => d["date"] = "2022-05-11T22:00:00+00:00").Date!.Date);

    [Fact]
    public void Read_Entered_IsWhenThisVersionCameIn()
    {
        var letter = Only(d => d["meta"] = new JsonObject { ["lastUpdated"] = "2026-03-10T08:00:00Z" });

        Assert.True(letter.IsNewSince(DateTimeOffset.Parse("2026-03-10T07:59:00Z", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.False(letter.IsNewSince(DateTimeOffset.Parse("2026-03-10T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void R10_StatusMissingOrUnknown_TellsOnlyThatAndWhen()
    {
        Assert.All([Only(d => d.Remove("status")), Only(d => d["status"] = "draft")], letter => Assert.Equal(
            ("Document", "Overige correspondentie", true, false), (letter.Title, letter.Kind, letter.IsNotUnderstood, letter.CanOpen)));
    }

    [Fact]
    public void R7_AnyMixOfVersions_LosesNoLetter()
    {
        var documents = Gen.Choose(1, 7).SelectMany(count => Gen.ArrayOf(
            from status in Gen.Elements("current", "current", "superseded", "draft")
            from target in Gen.Choose(0, 8)
            from other in Gen.Choose(0, 8)
            from label in Gen.Elements("N", "N", "V")
            from year in Gen.Elements("2010", "2026")
            select (status, target, other, label, year), count));

        Prop.ForAll(documents.ToArbitrary(), made =>
        {
            var all = made.Select((m, i) => Relates("replaces", "d" + m.other, Replaces("d" + m.target, Labelled("d" + i, m.label).With(d =>
            {
                d["status"] = m.status;
                d["date"] = m.year + "-05-01T00:00:00Z";
            })))).ToArray();
            var shelf = Shelf(all);
            var shown = shelf.Letters.SelectMany(l => l.Earlier.Prepend(l)).Concat(shelf.Replaced).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
            var visible = made.Select((m, i) => (m, "d" + i)).Where(p => p.m is { label: "N", year: "2026" }).Select(p => p.Item2).ToHashSet(StringComparer.Ordinal);
            var isNoOldOneCurrent = shelf.Letters.All(l => made[int.Parse(l.Id[1..], System.Globalization.CultureInfo.InvariantCulture)].status != "superseded");
            return shown.SetEquals(visible) && isNoOldOneCurrent && shelf.Withheld == made.Count(m => m.label == "V");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static Letter Only(Action<JsonObject> change) => Assert.Single(Shelf(Document("d", change)).Letters);

    private static LetterShelf Shelf(params JsonObject[] documents) => Shelf(new LetterOptions(), documents);

    private static LetterShelf Shelf(LetterOptions options, params JsonObject[] documents) =>
        new LetterShelfReader(new Uri("https://epd.example/fhir/"), options).Read(documents.Select(d => d.As<DocumentReference>()));

    private static JsonObject Document(string id, Action<JsonObject>? change = null, string date = "2026-03-09T22:30:00Z") => Some.Document(id).With(d =>
    {
        d["type"] = new JsonObject { ["text"] = "Brief" };
        d["date"] = date;
        change?.Invoke(d);
    });

    private static JsonObject Labelled(string id, string label) => Document(id, d => d["securityLabel"] = new JsonArray(Some.Concept(Labels, label)));

    private static JsonObject Replaces(string id, JsonObject document) => Relates("replaces", id, document);

    private static JsonObject Relates(string code, string id, JsonObject document)
    {
        var relations = document["relatesTo"]?.AsArray() ?? [];
        relations.Add(new JsonObject { ["code"] = code, ["target"] = Some.Ref("DocumentReference/" + id) });
        return document.With(d => d["relatesTo"] = relations.DeepClone());
    }
}
