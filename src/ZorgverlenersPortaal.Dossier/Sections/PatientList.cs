using ZorgverlenersPortaal.Dossier.Sections.Live;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>A doctor's own patients who are in hospital or were until recently; recorded before it was handed out.</summary>
/// <param name="Admitted">In hospital now, newest admission first.</param>
/// <param name="Discharged">Discharged within the configured days, newest first.</param>
/// <param name="FetchedAt">When the EPD gave it.</param>
/// <param name="IsIncomplete">The list may miss someone: it was cut, or the EPD warned.</param>
/// <param name="IsDoctorKnown">The EPD knows the doctor's AGB code; if not, an empty list says nothing of patients.</param>
public sealed record PatientList(
    IReadOnlyList<PatientRow> Admitted, IReadOnlyList<PatientRow> Discharged, DateTimeOffset FetchedAt, bool IsIncomplete, bool IsDoctorKnown)
{
    /// <summary>Every stay that ended within the days, of who is in hospital again too; newest first. What is due after each is counted from it.</summary>
    public IReadOnlyList<PatientRow> Discharges { get; init; } = [];

    /// <summary>What is coming for her patients.</summary>
    public PlannedList Planned { get; init; } = PlannedList.None;

    /// <summary>Of hers, in hospital or not: whom she pinned or opened last.</summary>
    public PinnedList Pinned { get; init; } = new([]);

    /// <summary>Every row of who is or was in hospital.</summary>
    public IEnumerable<PatientRow> Rows => Admitted.Concat(Discharged);

    /// <summary>What stands for all of hers in what the portal remembers for her; null when somebody may be missing. No id can be read from it.</summary>
    public IReadOnlySet<string>? Seals { get; init; }

    /// <summary>The same for two lists that show the same; nothing can be read back from it.</summary>
    public string Version => ListDigest.Of(this);
}
