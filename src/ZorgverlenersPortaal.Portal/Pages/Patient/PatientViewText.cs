using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Says whether the patient sees a result, in Dutch.</summary>
public static class PatientViewText
{
    /// <summary>Null when nobody knows: then nothing is said.</summary>
    public static string? Of(PatientView? view) => view switch
    {
        { State: PatientViewState.Visible, At: { } at } => $"De patiënt ziet deze uitslag sinds {at.DateAndTime}.",
        { State: PatientViewState.Visible } => "De patiënt ziet deze uitslag.",
        { State: PatientViewState.Later, At: { } at } => $"De patiënt ziet deze uitslag nog niet, pas vanaf {at.DateAndTime}.",
        { State: PatientViewState.Hidden } => "De patiënt ziet deze uitslag niet.",
        _ => null,
    };
}
