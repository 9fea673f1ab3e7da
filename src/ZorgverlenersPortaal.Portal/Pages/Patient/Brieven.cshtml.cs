using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>All letters of a patient; searching and filtering them is <see cref="BrievenZoeken"/>.</summary>
public sealed class Brieven(RecordOpening opening, ILogger<Brieven> logger) : RecordPage(opening, logger)
{
    /// <summary>The letters; null when not asked for.</summary>
    public PendingSection<LetterShelf>? Letters { get; private set; }

    /// <summary>What was open at recent discharges; null when there was none, or it is not asked for.</summary>
    public Task<PendingSection<DischargeOverview>?> Discharges { get; private set; } = null!;

    /// <inheritdoc />
    public override string Part => "brieven";

    /// <summary>The list, narrowed by nothing.</summary>
    public LetterTable Table(SectionView<LetterShelf> letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        var search = new LetterSearch(letters.Content!, ("", null), null, null);
        return new(search, Handle, LetterAddress, EarlierAddress) { News = News.Letters(letters, search.Found) };
    }

    /// <inheritdoc />
    public override bool StandsAlone(string section) => section is "brieven" or "ontslag";

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        Letters = Shows("brieven") ? Dossier.ReadLetters(grant, cancellation) : null;
        var record = Dossier.StartRecord(grant, cancellation);
        Discharges = Shows("ontslag") ? Dossier.ReadDischargesAsync(record, cancellation) : Task.FromResult<PendingSection<DischargeOverview>?>(null);
        return record;
    }
}
