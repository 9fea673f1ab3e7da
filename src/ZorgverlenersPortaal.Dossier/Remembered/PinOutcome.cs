namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>What came of pinning a patient.</summary>
public enum PinOutcome
{
    /// <summary>It is as she asked.</summary>
    Done,

    /// <summary>She has as many as are kept.</summary>
    Full,

    /// <summary>It could not be written.</summary>
    Failed,
}
