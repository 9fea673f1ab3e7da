using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>A table of patients.</summary>
/// <param name="Patients">The rows, in order.</param>
/// <param name="Caption">What the table shows, for screen readers.</param>
/// <param name="When">Heading of the column with the moment: "Opgenomen" or "Ontslagen".</param>
/// <param name="Address">Address of a row's patient.</param>
/// <param name="Today">The day it is, for ages and days of stay.</param>
public sealed record Rows(
    IReadOnlyList<ListedPatient> Patients, string Caption, string When, Func<PatientLine, string> Address, DateOnly Today)
{
    /// <summary>Which of them are new.</summary>
    public required ListMarks Marks { get; init; }

    /// <summary>"dag 4", while in hospital.</summary>
    public string? DayOfStay(Admission admission)
    {
        ArgumentNullException.ThrowIfNull(admission);
        return admission.State.IsAdmitted() && admission.Start?.Day is { } start ? $"dag {Today.DayNumber - start.DayNumber + 1}" : null;
    }
}
