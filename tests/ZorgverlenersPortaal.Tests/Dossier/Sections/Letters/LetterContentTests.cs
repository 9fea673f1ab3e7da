using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Letters;

public sealed class LetterContentTests
{
    private static readonly Uri _base = new("https://epd.example/fhir/");

    [Theory]
    [InlineData("Binary/b1")]
    [InlineData("Binary/b1/_history/2")]
    [InlineData("https://epd.example/fhir/Binary/b1")]
    [InlineData("https://EPD.example:443/fhir/Binary/b1")]
    public void BinaryId_AtTheBase_IsFound(string url) => Assert.Equal("b1", LetterContent.Pdf(Some.Document(url: url).As<DocumentReference>(), _base)?.BinaryId);

    /// <summary>H094, H095: an address in the EPD's data is an attacker's way to make the portal fetch something.</summary>
    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://epd.example/fhir/../admin")]
    [InlineData("https://epd.example/other/Binary/b1")]
    [InlineData("http://epd.example/fhir/Binary/b1")]
    [InlineData("https://epd.example:8443/fhir/Binary/b1")]
    [InlineData("https://epd.example@evil.example/fhir/Binary/b1")]
    [InlineData("https://user@epd.example/fhir/Binary/b1")]
    [InlineData("//evil.example/fhir/Binary/b1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:application/pdf;base64,JVBERg==")]
    [InlineData("javascript:alert(1)")]
    [InlineData("Binary/../Patient/p9")]
    [InlineData("../Binary/b1")]
    [InlineData("Binary/%2e%2e")]
    [InlineData("Binary/..")]
    [InlineData("Binary/b1?x=1")]
    [InlineData("Binary/b1#x")]
    [InlineData("Binary/b1/extra")]
    [InlineData("Binary\\b1")]
    [InlineData("Patient/p1")]
    [InlineData("DocumentReference/doc1")]
    [InlineData("#b1")]
    [InlineData("urn:uuid:5f3c6f0e-0000-4000-8000-000000000000")]
    [InlineData("Binary/")]
    [InlineData("")]
    [InlineData(null)]
    public void H094_HostileAddress_CannotBeOpened(string? url)
    {
        Assert.Null(LetterContent.Pdf(Some.Document(url: url).As<DocumentReference>(), _base)?.BinaryId);
        Assert.False(Line(_ => { }, url).CanOpen);
    }

    [Theory]
    [InlineData("application/pdf", true)]
    [InlineData("Application/PDF", true)]
    [InlineData("application/pdf; charset=binary", true)]
    [InlineData("text/html", false)]
    [InlineData("application/pdfx", false)]
    [InlineData("image/tiff", false)]
    [InlineData("", false)]
    public void BinaryId_OtherThanPdf_CannotBeOpened(string contentType, bool canOpen) =>
        Assert.Equal(canOpen, LetterContent.Pdf(Some.Document(contentType: contentType).As<DocumentReference>(), _base)?.BinaryId is not null);

    [Fact]
    public void BinaryId_SeveralForms_TakesThePdf() => Assert.Equal("b2", LetterContent.Pdf(
        Some.Document().With(d => d["content"] = new JsonArray(Content("text/html", "Binary/b1"), Content("application/pdf", "http://evil.example/b"), Content("application/pdf", "Binary/b2"))).As<DocumentReference>(), _base)?.BinaryId);

    [Theory]
    [InlineData("status", "superseded")]
    [InlineData("status", "entered-in-error")]
    [InlineData("docStatus", "entered-in-error")]
    public void R10_WithdrawnLetter_IsNotListed(string element, string status) => Assert.Empty(Lines(Some.Document().With(d => d[element] = status)));

    [Fact]
    public void Lines_PreliminaryLetter_SaysSo()
    {
        Assert.True(Line(d => d["docStatus"] = "preliminary").IsPreliminary);
        Assert.False(Line(_ => { }).IsPreliminary);
    }

    [Fact]
    public void Lines_LetterReplacedByAnother_IsOut() => Assert.Equal(["doc2"], Lines(Some.Document(), Replaces("doc1", Some.Document("doc2"))).Select(l => l.Id));

    [Fact]
    public void Lines_WithdrawnReplacement_ReplacesNothing() =>
        Assert.Equal(["doc1"], Lines(Some.Document(), Replaces("doc1", Some.Document("doc2")).With(d => d["status"] = "entered-in-error")).Select(l => l.Id));

    [Fact]
    public void Lines_LetterThatReplacesItself_Stays() => Assert.Equal(["doc1"], Lines(Replaces("doc1", Some.Document())).Select(l => l.Id));

    [Fact]
    public void Lines_Several_AreNewestFirstWithoutDateLast() => Assert.Equal(
        ["doc3", "doc1", "doc2"],
        Lines(Some.Document().With(d => d["date"] = "2026-01-01T00:00:00Z"), Some.Document("doc2").With(d => d.Remove("date")), Some.Document("doc3")).Select(l => l.Id));

    [Fact]
    public void Lines_Title_IsTheKindThenTheDescriptionThenTheFile()
    {
        Assert.Equal("Ontslagbrief", Line(_ => { }).Title);
        Assert.Equal("Brief van de poli", Line(d =>
        {
            d["type"] = new JsonObject { ["text"] = "2.16.840.1.113883.2.4.6" };
            d["description"] = "Brief van de poli";
        }).Title);
        Assert.Equal("Overige correspondentie", Line(d => d.Remove("type")).Title);
    }

    [Theory]
    [InlineData("Ontslagbrief.pdf", "Ontslagbrief")]
    [InlineData("BRIEF.PDF", "BRIEF")]
    [InlineData("Brief van dr. Bakker", "Brief van dr. Bakker")]
    [InlineData("Interne/cardiologie.pdf", "Interne/cardiologie")]
    [InlineData(".pdf", ".pdf")]
    public void Lines_FileTitle_LosesOnlyItsEnding(string title, string shown) => Assert.Equal(shown, Line(d =>
    {
        d.Remove("type");
        d["content"]![0]!["attachment"]!["title"] = title;
    }).Title);

    [Fact]
    public void R11_Date_IsTheAmsterdamOne() => Assert.Equal("09-03-2026", Line(_ => { }).Date!.Date);

    [Fact]
    public void R10_NotUnderstood_TellsOnlyKindAndDate()
    {
        var letter = Line(d =>
        {
            d["modifierExtension"] = Some.UnknownModifier;
            d["author"] = new JsonArray(new JsonObject { ["display"] = "Dr. X" });
        });

        Assert.Equal(("Document", "09-03-2026", null, null, false, true), (letter.Title, letter.Date!.Date, letter.Author, letter.Specialty, letter.CanOpen, letter.IsNotUnderstood));
    }

    private static Letter Line(Action<JsonObject> change, string? url = "Binary/b1") => Assert.Single(Lines(Some.Document(url: url).With(change)));

    private static IReadOnlyList<Letter> Lines(params JsonObject[] documents) => new LetterShelfReader(_base, new()).Read(documents.Select(d => d.As<DocumentReference>())).Letters;

    private static JsonObject Replaces(string id, JsonObject document) =>
        document.With(d => d["relatesTo"] = new JsonArray(new JsonObject { ["code"] = "replaces", ["target"] = Some.Ref("DocumentReference/" + id) }));

    private static JsonObject Content(string contentType, string url) => new() { ["attachment"] = new JsonObject { ["contentType"] = contentType, ["url"] = url } };
}
