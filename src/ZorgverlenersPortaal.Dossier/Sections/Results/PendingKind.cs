namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>What happened to a result that was not there, or not final, when the patient left.</summary>
public enum PendingKind
{
    /// <summary>Still not final.</summary>
    StillPending,

    /// <summary>Made known after the discharge.</summary>
    ArrivedLater,

    /// <summary>Changed, mended or added to after the discharge.</summary>
    ChangedLater,
}
