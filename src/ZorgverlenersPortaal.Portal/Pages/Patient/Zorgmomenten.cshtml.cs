using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Admissions with their letters, operations, appointments and referrals.</summary>
public sealed class Zorgmomenten(RecordOpening opening, LetterClock clock, ILogger<Zorgmomenten> logger) : RecordPage(opening, logger)
{
    /// <summary>Admissions, newest first.</summary>
    public PendingSection<IReadOnlyList<Admission>> Admissions => Record.Admission;

    /// <summary>Letters, to stand under their admission or referral.</summary>
    public PendingSection<LetterShelf> Letters { get; private set; } = null!;

    /// <summary>Appointments, operations and referrals.</summary>
    public CareMomentReading Moments { get; private set; } = null!;

    /// <inheritdoc />
    public override string Part => "zorgmomenten";

    /// <summary>Letters for the list under an admission or a referral.</summary>
    public LetterLinks Links(SectionView<LetterShelf>? letters, Func<Letter, bool> belongs) =>
        new([.. (letters?.Content?.Letters ?? []).Where(belongs)], letters?.Content is null, LetterAddress);

    /// <summary>How the letters of a discharge stand; null where there is no clock.</summary>
    public DischargeTerms? Terms(Admission stay, IReadOnlyList<Admission> all, SectionView<LetterShelf>? letters) =>
        clock.Judge(stay, stay.NextOf(all), letters?.Content, letters?.Section?.IsIncomplete ?? true);

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        Moments = Dossier.StartCareMoments(grant, cancellation);
        Letters = Dossier.ReadLetters(grant, cancellation);
        return Dossier.StartRecord(grant, cancellation);
    }
}
