using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>Searching the letters of the opened patient, through the real portal and the real pdftotext.</summary>
[Collection(PortalJourneys.Name)]
public sealed class BrievenZoekenTests(PortalFixture fixture)
{
    private const string Program = "/usr/bin/pdftotext";

    private SandboxPatient Patient => fixture.Own.MaxBy(p => p.Letters.Count)!;

    /// <summary>One for the whole test: every handle that is made is another.</summary>
    private string Address => field ??= fixture.DoctorsPath(Patient.Id) + "/brieven";

    [Fact]
    public async Task Search_ByWordsOfTheList_ShowsOnlyWhatMatchesAndCountsTheRest()
    {
        var all = await fixture.Doctor.GetAsync(Address);
        var title = all.Page.QuerySelector("#brievenlijst a.zvp-hit__link")!.FirstChild!.TextContent;

        var answer = await SearchAsync(title.ToUpperInvariant(), inPdfs: false);

        Assert.NotEmpty(Rows(answer));
        Assert.All(Rows(answer), row => Assert.Contains(title, row.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.EndsWith($"van {Rows(all).Count}", answer.Part(".zvp-filter [role=status]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R7_Search_NothingMatches_SaysThatThereAreLetters()
    {
        var answer = await SearchAsync("bestaatvastniet", inPdfs: false);

        Assert.Contains("Geen brief past hierbij", answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Geen brieven gevonden", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_HostileWords_AreText()
    {
        var answer = await SearchAsync("\"><script>alert(1)</script>", false, ("soort", "<b>"), ("specialisme", "\u0001"));

        Assert.Equal(200, answer.Status);
        Assert.Equal("\"><script>alert(1)</script>", answer.Page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.DoesNotContain("<script>alert", answer.Text, StringComparison.Ordinal);
    }

    [ServerFact("prlimit", "setpriv", Program)]
    public async Task Search_WordsOfThePdfsOnly_FindsEveryPdfWithThem()
    {
        var listed = await SearchAsync("VERZONNEN patient", inPdfs: false);
        var inside = await SearchAsync("VERZONNEN patient", inPdfs: true);

        Assert.Empty(Rows(listed));
        Assert.Equal(Patient.Letters.Count(l => l.CanOpen), Rows(inside).Count);
        Assert.Contains($"en {Rows(inside).Count} pdf's", inside.Part("#doorzocht"), StringComparison.Ordinal);
        Assert.DoesNotContain("niet doorzocht", inside.Part("#doorzocht"), StringComparison.Ordinal);
    }

    [ServerFact("prlimit", "setpriv", Program)]
    public async Task R2_Search_OneRecordNamesEveryLetterAndNoWord()
    {
        var before = fixture.Portal.Trail(AuditEventType.LettersSearched).Count;

        await SearchAsync("zeldzaamzoekwoord", inPdfs: true);

        Assert.Equal(before + 1, fixture.Portal.Trail(AuditEventType.LettersSearched).Count);
        var record = fixture.Portal.Trail(AuditEventType.LettersSearched)[0];
        Assert.Equal(("Letters", "OwnPatient"), (record.Category, record.Decision!.ReasonCode));
        Assert.All(Patient.Letters.Where(l => l.CanOpen), letter =>
        {
            Assert.Contains(record.Resources, source => source.StartsWith($"DocumentReference/{letter.Id}/", StringComparison.Ordinal));
            Assert.True(letter.Url.Length == 0 || record.Resources.Contains("Binary/" + letter.Url.Split('/')[^1]));
        });
        Assert.DoesNotContain(fixture.Portal.Log.Lines, line => line.Contains("zeldzaamzoekwoord", StringComparison.OrdinalIgnoreCase));
        foreach (var file in Directory.EnumerateFiles(fixture.Portal.TrailFolder, "*.db*"))
        {
            Assert.DoesNotContain("zeldzaamzoekwoord", await ReadSharedAsync(file), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task R6_WordsInTheAddress_SearchNothing()
    {
        var answer = await fixture.Doctor.GetAsync(Address + "/zoeken?q=kalium");

        Assert.Equal((303, Address), (answer.Status, answer.Location));
        Assert.Equal("", (await fixture.Doctor.GetAsync(Address + "?q=kalium")).Page.QuerySelector("#q")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task R16_Search_InAnotherGpsPatient_IsRefused()
    {
        var stranger = fixture.DoctorsPath(fixture.Strangers.First().Id) + "/brieven/zoeken";
        var own = await fixture.Doctor.GetAsync(Address);
        var token = own.Page.QuerySelector("form[action$='/zoeken'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["q"] = "kalium", ["__RequestVerificationToken"] = token });

        var answer = await fixture.Doctor.SendAsync(HttpMethod.Post, stranger, form);

        Assert.Equal(404, answer.Status);
        Assert.Equal(AuditEventType.AccessDenied, fixture.Portal.Trail()[0].Event);
    }

    [Fact]
    public async Task R7_EpdGivesNoPdf_CountsWhatWasNotSearched()
    {
        await using var fault = await fixture.Epd.FaultAsync("html200", "Binary");

        var answer = await SearchAsync("verzonnen", inPdfs: true);

        Assert.Equal(200, answer.Status);
        if (File.Exists(Program))
        {
            Assert.Contains("niet doorzocht: niet te lezen", answer.Part("#doorzocht"), StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<AngleSharp.Dom.IElement> Rows(PortalAnswer answer) => [.. answer.Page.QuerySelectorAll("#brievenlijst tbody tr")];

    private async Task<PortalAnswer> SearchAsync(string words, bool inPdfs, params (string Name, string Value)[] more) => await fixture.Doctor.SubmitAsync(
        await fixture.Doctor.GetAsync(Address), Address + "/zoeken", [("q", words), ("pdf", inPdfs ? "ja" : "nee"), .. more]);

    private static async Task<string> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
