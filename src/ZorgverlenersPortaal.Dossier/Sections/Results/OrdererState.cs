namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>What the EPD says of who asked for a result.</summary>
public enum OrdererState
{
    /// <summary>Someone is named.</summary>
    Named,

    /// <summary>Nobody is recorded.</summary>
    NotRecorded,

    /// <summary>Someone may be recorded, but could not be had, or may not be seen by this doctor.</summary>
    Unavailable,
}
