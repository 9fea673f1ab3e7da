namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>What an item is to a doctor who looked before.</summary>
public enum NewMark
{
    /// <summary>Seen, or there already when she looked for the first time.</summary>
    None,

    /// <summary>Not there when she looked last.</summary>
    New,

    /// <summary>Seen in another version.</summary>
    Changed,
}
