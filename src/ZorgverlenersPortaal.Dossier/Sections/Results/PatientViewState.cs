namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Whether the patient can see a result.</summary>
public enum PatientViewState
{
    /// <summary>Yes.</summary>
    Visible,

    /// <summary>Not yet.</summary>
    Later,

    /// <summary>No, and no day is set.</summary>
    Hidden,
}
