using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>How the page names the state of an admission.</summary>
public static class AdmissionText
{
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
