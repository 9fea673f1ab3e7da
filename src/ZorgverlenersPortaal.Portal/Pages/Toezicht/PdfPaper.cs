using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>A PDF in the making: A4 on its side, with letters of its own (PDF/A-2b). Distances are points from the upper left.</summary>
internal sealed class PdfPaper : IDisposable
{
    public const double Width = 842, Height = 595, Margin = 40;

    private static readonly byte[] _regular = Font("pdf/regular"), _bold = Font("pdf/bold");

    private readonly PdfDocumentBuilder _pdf = new() { ArchiveStandard = PdfAStandard.A2B };
    private readonly PdfDocumentBuilder.AddedFont _regularFont, _boldFont;
    private PdfPageBuilder? _page;

    /// <summary>A PDF without pages yet.</summary>
    public PdfPaper(string title, string author)
    {
        _pdf.DocumentInformation.Title = title;
        _pdf.DocumentInformation.Author = author;
        _pdf.DocumentInformation.Producer = "ZorgverlenersPortaal";
        _regularFont = _pdf.AddTrueTypeFont(_regular);
        _boldFont = _pdf.AddTrueTypeFont(_bold);
    }

    /// <summary>The usual letters.</summary>
    public PdfFace Regular { get; } = new(_regular);

    /// <summary>Those of heads.</summary>
    public PdfFace Bold { get; } = new(_bold);

    /// <summary>Begins a page.</summary>
    public void NewPage() => _page = _pdf.AddPage(Width, Height);

    /// <summary>Prints one line of text; <paramref name="top"/> is where its letters stand.</summary>
    public void Text(string text, double left, double top, double size, bool isBold = false)
    {
        if ((isBold ? Bold : Regular).Printable(text) is { Length: > 0 } printable)
        {
            Page.AddText(printable, size, new PdfPoint(left, Height - top), isBold ? _boldFont : _regularFont);
        }
    }

    /// <summary>Draws a line from margin to margin.</summary>
    public void Rule(double top) => Page.DrawLine(new PdfPoint(Margin, Height - top), new PdfPoint(Width - Margin, Height - top), 0.4);

    /// <summary>The file.</summary>
    public byte[] Bytes() => _pdf.Build();

    /// <inheritdoc />
    public void Dispose()
    {
        _pdf.Dispose();
        Regular.Dispose();
        Bold.Dispose();
    }

    private PdfPageBuilder Page => _page ?? throw new InvalidOperationException("The PDF has no page yet.");

    private static byte[] Font(string name)
    {
        using var stream = typeof(PdfPaper).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"'{name}' is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
