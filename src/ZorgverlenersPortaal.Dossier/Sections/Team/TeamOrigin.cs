namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>Where the EPD says that someone treats the patient.</summary>
public enum TeamOrigin
{
    /// <summary>Her general practitioner, by the Patient.</summary>
    GeneralPractitioner,

    /// <summary>Takes part in the present admission, or else in the last one.</summary>
    Admission,

    /// <summary>Member of a care team.</summary>
    CareTeam,
}
