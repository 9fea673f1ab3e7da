using Microsoft.AspNetCore.Mvc;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>All letters of a patient, to filter; what was searched is what the record of the list names.</summary>
public sealed class Brieven(RecordOpening opening, ILogger<Brieven> logger) : RecordPage(opening, logger)
{
    private const int MaximumWords = 100;

    /// <summary>Words to look for in title, kind, specialty and author.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Only this kind.</summary>
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? Kind { get; set; }

    /// <summary>Only this specialty.</summary>
    [BindProperty(SupportsGet = true, Name = "specialisme")]
    public string? Specialty { get; set; }

    /// <summary>The letters.</summary>
    public PendingSection<LetterShelf> Letters { get; private set; } = null!;

    /// <inheritdoc />
    public override string Part => "brieven";

    /// <summary>The list as it was asked for.</summary>
    public LetterSearch Search(LetterShelf shelf)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        var words = Words is { Length: > MaximumWords } long_ ? long_[..MaximumWords] : Words;
        return new(shelf, words, Kind, Specialty);
    }

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        Letters = Dossier.ReadLetters(grant, cancellation);
        return Dossier.StartRecord(grant, cancellation);
    }
}
