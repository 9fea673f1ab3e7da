using Microsoft.AspNetCore.Mvc;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Searches the letters of the opened patient. The words come in a form only, and stand in no address, log or record (R6).</summary>
public sealed class BrievenZoeken(RecordOpening opening, LetterSearcher searcher, ILogger<BrievenZoeken> logger) : RecordPage(opening, logger)
{
    private const int MaximumWords = 100;

    /// <summary>Words to look for.</summary>
    [BindProperty(Name = "q")]
    public string? Words { get; set; }

    /// <summary>Look inside the PDFs too.</summary>
    [BindProperty(Name = "pdf")]
    public string? InPdfs { get; set; }

    /// <summary>Only this kind.</summary>
    [BindProperty(Name = "soort")]
    public string? Kind { get; set; }

    /// <summary>Only this specialty.</summary>
    [BindProperty(Name = "specialisme")]
    public string? Specialty { get; set; }

    /// <summary>What was found.</summary>
    public PendingSection<LettersFound> Found { get; private set; } = null!;

    /// <inheritdoc />
    public override string Part => "brieven";

    private LettersAsked Asked
    {
        get
        {
            var words = Words?.Trim() ?? "";
            return new(words.Length > MaximumWords ? words[..MaximumWords] : words, InPdfs == "ja");
        }
    }

    /// <summary>Searching begins with the form.</summary>
    public override Task<IActionResult> OnGetAsync(CancellationToken cancellation) => Task.FromResult<IActionResult>(new SeeOther(RecordMenu.Address(Handle, Part)));

    /// <summary>Searches.</summary>
    public override Task<IActionResult> OnPostAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>The list as it was asked for.</summary>
    public LetterTable Table(LettersFound found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var report = Asked.Words.Length == 0 ? null : found;
        return new(new(found.Shelf, (Asked.Words, report), Kind, Specialty) { InPdfs = Asked.InPdfs }, Handle, LetterAddress, EarlierAddress);
    }

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        Found = searcher.Search(grant, Asked, cancellation);
        return Dossier.StartRecord(grant, cancellation);
    }
}
