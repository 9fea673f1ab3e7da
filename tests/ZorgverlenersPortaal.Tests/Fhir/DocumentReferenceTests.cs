using System.Text;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class DocumentReferenceTests
{
    private const string Letter = """
        {"resourceType":"DocumentReference","status":"current","docStatus":"final","type":{"text":"Ontslagbrief"},"category":[{"text":"Brief"}],
         "subject":{"reference":"Patient/p1"},"date":"2022-05-11T22:00:00+00:00","author":[{"display":"A"},{"display":"B"}],"authenticator":{"display":"C"},
         "custodian":{"display":"D"},"relatesTo":[{"code":"replaces","target":{"reference":"DocumentReference/old"}}],"description":"Brief van 12 mei",
         "securityLabel":[{"coding":[{"code":"V"}]}],
         "content":[{"attachment":{"contentType":"application/pdf","url":"Binary/b1","title":"brief.pdf","size":51234,"hash":"2jmj7l5rSw0yVb/vlWAYkK/YBwk=","creation":"2022-05-11"},"format":{"code":"urn:ihe"}},
                    {"attachment":{"data":"SGFsbG8=","size":-1}}],
         "context":{"encounter":[{"reference":"Encounter/e1"}],"period":{"start":"2022-05-01"},"practiceSetting":{"text":"Cardiologie"}}}
        """;

    [Fact]
    public void Read_Letter_GivesWhatIsShown()
    {
        var letter = FhirText.Read<DocumentReference>(Letter);

        Assert.Equal(("current", "final"), (letter.Status, letter.DocStatus));
        Assert.Equal(("Ontslagbrief", "Brief"), (letter.Type?.Show, letter.Categories[0].Show));
        Assert.Equal("2022-05-11T22:00:00+00:00", letter.Date?.Text);
        Assert.Equal(["A", "B"], letter.Authors.Select(author => author.Display), StringComparer.Ordinal);
        Assert.Equal(("C", "D"), (letter.Authenticator?.Display, letter.Custodian?.Display));
        Assert.Equal(("replaces", "DocumentReference/old"), (letter.RelatesTo[0].Code, letter.RelatesTo[0].Target?.Reference));
        Assert.Equal("Brief van 12 mei", letter.Description);
        Assert.Equal("V", letter.DocumentSecurityLabels[0].Codings[0].Code);
        Assert.Equal(("Encounter/e1", "2022-05-01", "Cardiologie"), (letter.Encounters[0].Reference, letter.Period?.Start?.Text, letter.PracticeSetting?.Show));
        Assert.Null(letter.NotUnderstood);
    }

    [Fact]
    public void Read_Attachments_AreDescribedNotCopied()
    {
        var letter = FhirText.Read<DocumentReference>(Letter);

        var pdf = letter.Contents[0].Attachment!;
        Assert.Equal(("application/pdf", "Binary/b1", "brief.pdf", 51234L), (pdf.ContentType, pdf.Url, pdf.Title, pdf.Size));
        Assert.Equal(("2jmj7l5rSw0yVb/vlWAYkK/YBwk=", "2022-05-11", "urn:ihe"), (pdf.Hash, pdf.Creation?.Text, letter.Contents[0].Format?.Code));
        Assert.False(pdf.HasData);
        var text = letter.Contents[1].Attachment!;
        Assert.True(text.HasData);
        Assert.Null(text.Size);
        Assert.Equal("SGFsbG8=", Letter.Substring(text.Data!.Start, text.Data.Length));
    }

    [Fact]
    public void Read_Binary_PointsAtItsData()
    {
        const string Json = """{"id":"b1","data":"JVBE\/Rg==","contentType":"application/pdf","securityContext":{"reference":"Patient/p1"},"resourceType":"Binary"}""";

        var binary = Assert.IsType<Binary>(FhirJson.Read(Encoding.UTF8.GetBytes(Json)));

        Assert.Equal("application/pdf", binary.ContentType);
        Assert.Equal("Patient/p1", binary.SecurityContext?.Reference);
        Assert.Equal(new InlineContent(Json.IndexOf("JVBE", StringComparison.Ordinal), 10, HasEscapes: true), binary.Data);
    }

    [Fact]
    public void Read_BinaryOfMegabytes_CopiesNothing()
    {
        var json = Encoding.UTF8.GetBytes($$"""{"resourceType":"Binary","data":"{{new string('A', 4_000_000)}}"}""");
        FhirJson.Read(json);
        var before = GC.GetAllocatedBytesForCurrentThread();

        FhirJson.Read(json);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }
}
