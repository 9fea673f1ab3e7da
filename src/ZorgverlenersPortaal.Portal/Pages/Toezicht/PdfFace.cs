using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>
/// The letters of one face in one PDF: how wide they are, and which can be printed. A letter that the font has not, or one too many
/// for a PDF, becomes U+FFFD, so that it shows that something stood there.
/// </summary>
internal sealed class PdfFace : IDisposable
{
    private const char Unknown = '\uFFFD';

    // PdfPig gives each letter of a document one byte; with more of them than that it would print other letters.
    private const int MostLetters = 220;

    private readonly PdfDocumentBuilder _scratch = new();
    private readonly PdfPageBuilder _page;
    private readonly PdfDocumentBuilder.AddedFont _font;
    private readonly Dictionary<char, double> _widths = [];

    /// <param name="face">The font, TrueType.</param>
    public PdfFace(byte[] face)
    {
        _font = _scratch.AddTrueTypeFont(face);
        _page = _scratch.AddPage(100, 100);
        _widths[Unknown] = Measured(Unknown) ?? throw new InvalidOperationException("The font of PDFs has no replacement character.");
    }

    /// <summary>The text as it can be printed.</summary>
    public string Printable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder printable = new(text.Length);
        foreach (var rune in text.EnumerateRunes().Select(Usual))
        {
            printable.Append(rune);
        }
        // Only now: half a surrogate pair cannot be normalized, and is none any more.
        return string.Concat(printable.ToString().Normalize(NormalizationForm.FormC).Select(letter => Width(letter) is null ? Unknown : letter));
    }

    /// <summary>How wide a printable text is, in points.</summary>
    public double Width(string printable, double size) => printable.Sum(letter => _widths[letter]) * size;

    /// <summary>The text in lines of at most this width, broken at spaces, and inside a word only where it is wider than a line.</summary>
    public IReadOnlyList<string> Lines(string text, double size, double width)
    {
        List<string> lines = [];
        StringBuilder line = new();
        foreach (var word in Printable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Width($"{line} {word}", size) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "");
            foreach (var letter in word)
            {
                if (line.Length > 0 && Width($"{line}{letter}", size) > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }
                line.Append(letter);
            }
        }
        lines.Add(line.ToString());
        return lines;
    }

    /// <inheritdoc />
    public void Dispose() => _scratch.Dispose();

    private static Rune Usual(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator => new(' '),
        // What turns or hides the text around it must not do so on paper.
        UnicodeCategory.Format => new(Unknown),
        _ => rune.IsBmp ? rune : new(Unknown),
    };

    private double? Width(char letter)
    {
        if (_widths.TryGetValue(letter, out var known))
        {
            return known;
        }
        if (_widths.Count >= MostLetters || Measured(letter) is not { } width)
        {
            return null;
        }
        return _widths[letter] = width;
    }

    private double? Measured(char letter)
    {
        try
        {
            return _page.MeasureText(letter.ToString(), 1, new PdfPoint(0, 0), _font) is [var one] ? one.EndBaseLine.X : null;
        }
        catch (InvalidOperationException)
        {
            return null; // how PdfPig says that the font has no such letter
        }
    }
}
