using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>What the ladder of plain searches gave: proven patients, their stays, their directives.</summary>
internal sealed record LadderFound(Uri Base, IReadOnlyList<Patient> Patients, EpdAnswer Encounters, EpdAnswer? Directives, EpdAnswer Ladder)
{
    /// <summary>Somebody is not on the list because her Patient, or whom she objects to, is not understood (R10).</summary>
    public bool HidesUnclear { get; init; }

    public bool IsIncomplete => HidesUnclear || Ladder.IsIncomplete || Encounters.IsIncomplete;

    /// <summary>The EPD knows the doctor, or was not asked who she is.</summary>
    public required bool IsDoctorKnown { get; init; }

    /// <summary>All patients of the doctor were asked for, not only those in hospital.</summary>
    public required bool IsEveryone { get; init; }

    /// <summary>Coming appointments; null when they were not asked for.</summary>
    public EpdAnswer? Coming { get; init; }

    /// <summary>Why they could not be had; then <see cref="Coming"/> is empty.</summary>
    public EpdFailure? ComingFailure { get; init; }

    public IReadOnlyList<string> Strangers => [.. Ladder.Strangers, .. Encounters.Strangers, .. Directives?.Strangers ?? [], .. Coming?.Strangers ?? []];

    /// <summary>Directives that could not be fetched are unavailable, not none; with two records on the list neither has them all (R7).</summary>
    public DirectiveSummary DirectivesOf(Patient patient, HashSet<Bsn> twice, DateTimeOffset now) => Directives is null
        ? DirectiveSummary.Unavailable
        : DirectiveSummary.Of(
            TreatmentDirectiveReader.Read(Directives.Of<Consent>().Where(c => Subjects.Of(c, Base) == patient.Id), now),
            Directives.IsIncomplete || (NamingSystems.BsnOf(patient) is { } bsn && twice.Contains(bsn)));

    /// <summary>What the EPD holds of a patient's wishes, privacy and treatment alike.</summary>
    public IEnumerable<Consent> ConsentsOf(Patient patient) => Directives?.Of<Consent>().Where(c => Subjects.Of(c, Base) == patient.Id) ?? [];

    /// <summary>The encounters and consents of these patients.</summary>
    public IEnumerable<Resource> ResourcesOf(HashSet<string> patients) => Encounters.Resources
        .Concat(Directives?.Resources ?? [])
        .Where(r => !r.IsEnteredInError && Subjects.Of(r, Base) is { } id && patients.Contains(id));
}
