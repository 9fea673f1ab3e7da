using System.Globalization;
using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>How the page names the state of an admission.</summary>
public static class AdmissionText
{
    /// <summary>What the summary calls the stay it shows.</summary>
    public static string Heading(IReadOnlyList<Admission>? admissions) => admissions switch
    {
        { } all when all.Any(a => a.State.IsAdmitted()) => "Huidige opname",
        { } all when all.Any(a => a.State.IsDischarged()) => "Laatste opname",
        _ => "Opname",
    };

    /// <summary>"Dag 4" of the stay that goes on; null without one, or without the day it began.</summary>
    public static string? Day(IReadOnlyList<Admission>? admissions, DateOnly today) =>
        admissions?.FirstOrDefault(a => a.State.IsAdmitted())?.Start?.Day is { } start && start <= today
            ? string.Create(CultureInfo.InvariantCulture, $"Dag {today.DayNumber - start.DayNumber + 1}")
            : null;

    /// <summary>Dutch, as a label.</summary>
    public static string For(AdmissionState state) => state switch
    {
        AdmissionState.Admitted => "Nu opgenomen",
        AdmissionState.AdmittedStatusUnknown => "Opgenomen, status onbekend",
        AdmissionState.Discharged => "Ontslagen",
        AdmissionState.DischargedDateUnknown => "Ontslagen, datum onbekend",
        AdmissionState.Planned => "Gepland",
        AdmissionState.None => "Onbekend",
    };
}
