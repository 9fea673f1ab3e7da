using System.Globalization;
using ZorgverlenersPortaal.Audit.Export;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>A report as PDF: the lines of the page, heads on every sheet, and below who made it, when, and "Pagina 1 van 3".</summary>
public static class OverviewPdf
{
    /// <summary>How to read it, on page and paper. Dutch.</summary>
    public const string Explanation = "Wat één persoon op één dag deed, staat op één regel. Heb je een vraag over een regel? Noem het kenmerk.";

    private const double Size = 8, Step = 10, Gap = 6, FirstTop = 118, NextTop = 50, Bottom = PdfPaper.Height - 50;

    /// <summary>The file.</summary>
    public static byte[] Of(OverviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using PdfPaper paper = new($"{OverviewShapes.Title(report.Shape)}, {report.Subject}", report.By);
        var columns = Columns(report.Shape);
        var sheets = Sheets([.. report.Lines.Select(line => Row(paper, columns, OverviewText.Cells(report.Shape, line)))]);
        for (var i = 0; i < sheets.Count; i++)
        {
            paper.NewPage();
            var top = NextTop;
            if (i == 0)
            {
                Head(paper, report);
                top = FirstTop;
            }
            Draw(paper, columns, sheets[i], top);
            Foot(paper, report, string.Create(CultureInfo.InvariantCulture, $"Pagina {i + 1} van {sheets.Count}"));
        }
        return paper.Bytes();
    }

    private static List<(string Head, double Left, double Width)> Columns(ReportShape shape)
    {
        (string Head, double Part)[] parts = OverviewShapes.IsOfMany(shape)
            ? [("Dag", 0.10), ("Wie", 0.22), ("Patiënt", 0.15), ("Wat", 0.27), ("Waarom", 0.15), ("Kenmerk", 0.11)]
            : [("Dag", 0.11), ("Wie", 0.25), ("Wat", 0.36), ("Waarom", 0.16), ("Kenmerk", 0.12)];
        var (left, whole) = (PdfPaper.Margin, PdfPaper.Width - (2 * PdfPaper.Margin));
        List<(string, double, double)> columns = [];
        foreach (var (head, part) in parts)
        {
            columns.Add((head, left, (part * whole) - Gap));
            left += part * whole;
        }
        return columns;
    }

    /// <summary>The cells' lines of text, one list for each column.</summary>
    private static IReadOnlyList<string>[] Row(PdfPaper paper, List<(string Head, double Left, double Width)> columns, IReadOnlyList<OverviewCell> cells) =>
        [.. columns.Zip(cells, (column, cell) => (IReadOnlyList<string>)[.. new[] { cell.Text }.Concat(cell.More).SelectMany(text => paper.Regular.Lines(text, Size, column.Width))])];

    /// <summary>The rows of each sheet; a row is whole unless it is longer than a sheet.</summary>
    private static List<List<IReadOnlyList<string>[]>> Sheets(IReadOnlyList<IReadOnlyList<string>[]> rows)
    {
        var most = (int)((Bottom - FirstTop - Step - Gap) / Step) - 1;
        List<List<IReadOnlyList<string>[]>> sheets = [[]];
        var top = FirstTop + Step + Gap;
        foreach (var row in rows.SelectMany(row => Parts(row, most)))
        {
            if (top + Tall(row) > Bottom)
            {
                sheets.Add([]);
                top = NextTop + Step + Gap;
            }
            sheets[^1].Add(row);
            top += Tall(row);
        }
        return sheets;
    }

    private static IEnumerable<IReadOnlyList<string>[]> Parts(IReadOnlyList<string>[] row, int most)
    {
        for (var from = 0; from < row.Max(cell => cell.Count); from += most)
        {
            yield return [.. row.Select(cell => (IReadOnlyList<string>)[.. cell.Skip(from).Take(most)])];
        }
    }

    private static double Tall(IReadOnlyList<string>[] row) => (row.Max(cell => cell.Count) * Step) + Gap;

    private static void Head(PdfPaper paper, OverviewReport report)
    {
        paper.Text(OverviewShapes.Title(report.Shape), PdfPaper.Margin, 52, 15, isBold: true);
        paper.Text(FormattableString.Invariant($"{report.Subject}. Periode: {report.Period}. Regels: {report.Lines.Count}."), PdfPaper.Margin, 70, 9);
        paper.Text(report.Lines.Count > 0 ? Explanation : OverviewShapes.Nothing(report.Shape) + ".", PdfPaper.Margin, 84, 9);
        paper.Text("Dit gaat over het portaal. Het ziekenhuis zelf houdt een eigen log bij.", PdfPaper.Margin, 98, 9);
    }

    private static void Draw(PdfPaper paper, List<(string Head, double Left, double Width)> columns, List<IReadOnlyList<string>[]> rows, double top)
    {
        if (rows.Count == 0)
        {
            return;
        }
        foreach (var (head, left, _) in columns)
        {
            paper.Text(head, left, top, Size, isBold: true);
        }
        paper.Rule(top + 4);
        top += Step + Gap;
        foreach (var row in rows)
        {
            // Cell after cell, so that a screen reader hears a line of the report and not a line of print.
            for (var column = 0; column < columns.Count; column++)
            {
                for (var i = 0; i < row[column].Count; i++)
                {
                    paper.Text(row[column][i], columns[column].Left, top + (i * Step), Size);
                }
            }
            top += Tall(row);
            paper.Rule(top - Step + 1);
        }
    }

    private static void Foot(PdfPaper paper, OverviewReport report, string page)
    {
        var made = $"Gemaakt op {Clock.DateAndTime(report.Made)} door {report.By}, {report.Hospital}";
        var right = PdfPaper.Width - PdfPaper.Margin - paper.Regular.Width(paper.Regular.Printable(page), Size);
        paper.Text(paper.Regular.Lines(made, Size, right - PdfPaper.Margin - Gap)[0], PdfPaper.Margin, PdfPaper.Height - 26, Size);
        paper.Text(page, right, PdfPaper.Height - 26, Size);
    }
}
