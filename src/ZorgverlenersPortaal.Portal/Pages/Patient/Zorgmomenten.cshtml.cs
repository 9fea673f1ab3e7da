using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Admissions with their letters, operations, appointments and referrals.</summary>
public sealed class Zorgmomenten(RecordOpening opening, LetterClock clock, ILogger<Zorgmomenten> logger) : RecordPage(opening, logger)
{
    private CareMomentReading? _moments;

    /// <summary>Admissions, newest first; null when not asked for.</summary>
    public PendingSection<IReadOnlyList<Admission>>? Admissions => Shows("opnames") ? Record.Admission : null;

    /// <summary>Letters, to stand under their admission or referral; null when neither is asked for.</summary>
    public PendingSection<LetterShelf>? Letters { get; private set; }

    /// <summary>Operations; null when not asked for.</summary>
    public PendingSection<OperationList>? Operations => Shows("operaties") ? _moments?.Operations : null;

    /// <summary>Appointments; null when not asked for.</summary>
    public PendingSection<AppointmentBook>? Appointments => Shows("afspraken") ? _moments?.Appointments : null;

    /// <summary>Referrals; null when not asked for.</summary>
    public PendingSection<IReadOnlyList<Referral>>? Referrals => Shows("verwijzingen") ? _moments?.Referrals : null;

    /// <inheritdoc />
    public override string Part => "zorgmomenten";

    /// <summary>Letters for the list under an admission or a referral.</summary>
    public LetterLinks Links(SectionView<LetterShelf>? letters, Func<Letter, bool> belongs) =>
        new([.. (letters?.Content?.Letters ?? []).Where(belongs)], letters?.Content is null, LetterAddress);

    /// <summary>How the letters of a discharge stand; null where there is no clock.</summary>
    public DischargeTerms? Terms(Admission stay, IReadOnlyList<Admission> all, SectionView<LetterShelf>? letters) =>
        clock.Judge(stay, stay.NextOf(all), letters?.Content, letters?.Section?.IsIncomplete ?? true);

    /// <inheritdoc />
    public override bool StandsAlone(string section) => section is "opnames" or "operaties" or "afspraken" or "verwijzingen";

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        // One question serves several of these three: they are asked together, and only what is shown is recorded.
        _moments = Shows("operaties") || Shows("afspraken") || Shows("verwijzingen") ? Dossier.StartCareMoments(grant, cancellation) : null;
        Letters = Shows("opnames") || Shows("verwijzingen") ? Dossier.ReadLetters(grant, cancellation) : null;
        return Dossier.StartRecord(grant, cancellation);
    }
}
