using System.Diagnostics;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Export;
using ZorgverlenersPortaal.Portal.Pages.Toezicht;
using ZorgverlenersPortaal.Tests.Audit;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>A report as PDF, read back with poppler.</summary>
public sealed class OverviewPdfTests
{
    /// <summary>The text of a PDF in the order in which it is printed.</summary>
    public static string Text(byte[] pdf) => Run("pdftotext", pdf, "-raw", "-enc", "UTF-8");

    [Fact]
    public void Of_ManyLines_HoldsEachOnceInOrderUnderHeadsWithPageNumbers()
    {
        var text = Text(OverviewPdf.Of(Report([.. Enumerable.Range(0, 120).Select(i => Sample.Section(i) with { Time = Sample.Section(0).Time.AddDays(i) })])));

        var sheets = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(sheets.Length > 3);
        Assert.All(sheets.Select((sheet, i) => (sheet, i)), page =>
        {
            Assert.Contains($"Pagina {page.i + 1} van {sheets.Length}", page.sheet, StringComparison.Ordinal);
            Assert.Contains("Gemaakt op 01-03-2026 11:00 door E. Wacht, Ziekenhuis Drechtoever", page.sheet, StringComparison.Ordinal);
            Assert.Contains("Kenmerk", page.sheet, StringComparison.Ordinal);
        });
        var marks = text.Split('\n').SelectMany(line => line.Split(' ')).Where(word => word.StartsWith("a/", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"a/{i}"), marks);
        Assert.Equal(120, text.Split("J. de Vriés").Length - 1);
        Assert.Equal(120, text.Split("protocol own-patient").Length - 1);
    }

    [Fact]
    public void Of_NoLines_SaysSo() => Assert.Contains("Niemand bekeek dit dossier in het portaal.", Text(OverviewPdf.Of(Report())), StringComparison.Ordinal);

    [Fact]
    public void Of_Any_CarriesItsLettersWithTheirMeaning()
    {
        var fonts = Run("pdffonts", OverviewPdf.Of(Report(Sample.Section(1)))).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.Equal(2, fonts.Length);
        Assert.All(fonts, font => Assert.Matches("yes (yes|no) +yes", font));
    }

    [Theory]
    [InlineData("Šimková-Ğül", "Šimková-Ğül")]
    [InlineData("Zoe\u0308", "Zoë")]
    [InlineData("A\u202Egnirts\u0000B", "A\uFFFDgnirts B")]
    [InlineData("漢字 😀", "\uFFFD\uFFFD \uFFFD")]
    public void Of_AName_IsPrintedOrSaysThatSomethingStoodThere(string name, string printed) =>
        Assert.Contains(printed, Text(OverviewPdf.Of(Report(By(name)))), StringComparison.Ordinal);

    [Fact]
    public void Of_MoreLettersThanAPdfHasRoomFor_PrintsNoneAsAnother()
    {
        var letters = Enumerable.Range(0xC0, 400).Select(letter => (char)letter).Where(char.IsLetter).ToArray();
        var printed = Text(OverviewPdf.Of(Report([.. letters.Select((letter, i) => By($"<{i}:{letter}>") with { Time = Sample.Section(i).Time })])));
        for (var i = 0; i < letters.Length; i++)
        {
            var at = printed.IndexOf($"<{i}:", StringComparison.Ordinal) + $"<{i}:".Length;
            Assert.Contains(printed[at], new[] { letters[i], '\uFFFD' });
        }
        Assert.Contains('\uFFFD', printed);
    }

    [Fact]
    public void Of_AWordWiderThanItsColumnAndALineLongerThanASheet_LosesNothing()
    {
        var (word, sections) = (new string('ŵ', 300), Enumerable.Range(0, 900).Select(i => Sample.Section(1) with { Category = null, Event = (AuditEventType)(90_000 + i) }));
        var text = Text(OverviewPdf.Of(Report([By(word), .. sections])));
        Assert.Equal(300, text.Count(letter => letter == 'ŵ'));
        Assert.All(Enumerable.Range(90_000, 900), type => Assert.Contains($"{type}", text, StringComparison.Ordinal));
    }

    private static AuditRecord By(string name) => Sample.Section(1) with { Actor = new() { Name = name, UziNumber = null } };

    private static OverviewReport Report(params AuditRecord[] records) => new()
    {
        Shape = ReportShape.Patient,
        Subject = "BSN ••• ••• 019",
        Period = "alles wat bewaard is",
        Made = Sample.Section(0).Time,
        By = "E. Wacht",
        Hospital = "Ziekenhuis Drechtoever",
        Lines = AccessReport.Of(ReportShape.Patient, records.Select((record, i) => new StoredAuditRecord("a", i + 1, record, "")), ZorgverlenersPortaal.Portal.Pages.Clock.Day),
    };

    private static string Run(string program, byte[] pdf, params string[] options)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            string[] arguments = program == "pdftotext" ? [.. options, file, "-"] : [.. options, file];
            using var reader = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var text = reader.StandardOutput.ReadToEnd();
            reader.WaitForExit();
            Assert.Equal(0, reader.ExitCode);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
