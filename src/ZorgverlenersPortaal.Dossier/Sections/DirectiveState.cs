namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>What is known of a patient's treatment limitations.</summary>
public enum DirectiveState
{
    /// <summary>Could not be fetched: do not assume there is none.</summary>
    Unavailable,

    /// <summary>What is shown may not be all: call.</summary>
    Incomplete,

    /// <summary>There are directives in force, and they are all shown.</summary>
    Recorded,

    /// <summary>The EPD holds none. That is not "no limitation".</summary>
    NoneFound,
}
