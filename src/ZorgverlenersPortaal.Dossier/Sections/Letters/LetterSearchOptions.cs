using System.Globalization;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Searching in the words of letters; section <c>Letters:Search</c> (docs/adr/0033).</summary>
public sealed class LetterSearchOptions
{
    /// <summary>In <see cref="PdfText"/>: PDFs are not searched.</summary>
    public const string Off = "Off";

    private const string Section = LetterOptions.Section + ":Search";

    /// <summary>Path of the program that makes text of a PDF, or <c>Off</c>.</summary>
    public string PdfText { get; set; } = "/usr/bin/pdftotext";

    /// <summary>PDFs read for one search, newest first.</summary>
    public int MaximumLetters { get; set; } = 60;

    /// <summary>A larger PDF is not read.</summary>
    public int MaximumBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Seconds for the text of one PDF.</summary>
    public double PdfSeconds { get; set; } = 4;

    /// <summary>Seconds for all of them.</summary>
    public double Seconds { get; set; } = 15;

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    internal IEnumerable<string> Faults()
    {
        if (PdfText != Off && !Path.IsPathFullyQualified(PdfText))
        {
            yield return $"{Section}:{nameof(PdfText)} is '{PdfText}'; write the whole path of pdftotext, or {Off}";
        }
        foreach (var (name, value, most) in new[] { (nameof(MaximumLetters), MaximumLetters, 1000), (nameof(MaximumBytes), MaximumBytes, 256 * 1024 * 1024) })
        {
            if (value < 1 || value > most)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{Section}:{name} is {value}; it must lie between 1 and {most}");
            }
        }
        foreach (var (name, value) in new[] { (nameof(PdfSeconds), PdfSeconds), (nameof(Seconds), Seconds) })
        {
            if (value is not (>= 0.1 and <= 120))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{Section}:{name} is {value}; it must lie between 0.1 and 120");
            }
        }
    }
}
