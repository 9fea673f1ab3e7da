using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>Reads PDFs of letters to search in them.</summary>
internal sealed class LetterPdfs(EpdContents contents, PdfText program, LetterSearchOptions options, TimeProvider clock)
{
    /// <summary>One search: its time starts now. Without <paramref name="inPdfs"/> it reads none.</summary>
    public LetterPdfReading Begin(PatientGrant grant, bool inPdfs, CancellationToken cancellation) =>
        new((contents, program), grant, options, inPdfs, (clock, cancellation));
}
