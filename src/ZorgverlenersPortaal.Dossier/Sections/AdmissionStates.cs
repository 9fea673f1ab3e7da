namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Questions about a state.</summary>
public static class AdmissionStates
{
    /// <summary>Is the patient in hospital?</summary>
    public static bool IsAdmitted(this AdmissionState state) => state is AdmissionState.Admitted or AdmissionState.AdmittedStatusUnknown;

    /// <summary>Has the patient left?</summary>
    public static bool IsDischarged(this AdmissionState state) => state is AdmissionState.Discharged or AdmissionState.DischargedDateUnknown;
}
