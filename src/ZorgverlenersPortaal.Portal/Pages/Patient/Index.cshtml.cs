using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>The summary of a record.</summary>
public sealed class Index(RecordOpening opening, ILogger<Index> logger) : RecordPage(opening, logger)
{
    private static readonly Dictionary<string, DossierCategory> _sections = new(StringComparer.Ordinal)
    {
        ["opname"] = DossierCategory.Admission,
        ["beleid"] = DossierCategory.ConclusionAndPolicy,
        ["behandelaanwijzingen"] = DossierCategory.TreatmentDirectives,
        ["afwijkend"] = DossierCategory.Results,
        ["diagnoses"] = DossierCategory.Diagnoses,
        ["waarschuwingen"] = DossierCategory.Alerts,
        ["allergieen"] = DossierCategory.Allergies,
        ["medicatie"] = DossierCategory.Medication,
        ["brieven"] = DossierCategory.Letters,
        ["afspraken"] = DossierCategory.CareMoments,
    };

    /// <summary>The sections under way.</summary>
    public DossierReading Reading { get; private set; } = null!;

    /// <summary>Where all letters stand.</summary>
    public string AllLettersAddress => Address("brieven");

    /// <summary>Words of the link to all letters, with how many there are once that is known.</summary>
    public static string AllLetters(LetterShelf? shelf) => shelf is { Letters.Count: > 0 } ? $"Alle {shelf.Letters.Count + shelf.More}" : "Alle";

    /// <summary>Nothing to warn of, and that for sure: only then may the section be left out (R7).</summary>
    public static bool HasNothing(SectionView<IReadOnlyList<Alert>> alerts) => alerts?.Section is { Content.Count: 0, IsIncomplete: false };

    /// <summary>She left in the last days: the letters' page tells what was open then.</summary>
    public bool HasLeft(IReadOnlyList<Admission> admissions) => admissions.Any(a =>
        a.State.IsDischarged() && !a.IsNotUnderstood && (a.End ?? a.Start)?.Day >= Today.AddDays(-DischargedDays));

    /// <summary>Address of another page of this record, or of a section there.</summary>
    public string Address(string part, string? section = null) => RecordMenu.Address(Handle, part, section);

    /// <inheritdoc />
    public override string Part => "";

    /// <inheritdoc />
    public override bool StandsAlone(string section) => _sections.ContainsKey(section);

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        Reading = Dossier.Start(grant, cancellation, IsAlone ? _sections[Only!] : null);
        if (!IsAlone)
        {
            Reading.ShowsAll();
        }
        return Reading;
    }
}
