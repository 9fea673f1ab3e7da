namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>What an officer found. Stored by name: never rename.</summary>
public enum CaseVerdict
{
    /// <summary>Lawful.</summary>
    Lawful,

    /// <summary>Lawful, and the doctor was told what to do otherwise.</summary>
    LawfulWithAdvice,

    /// <summary>A breach: nobody may have looked.</summary>
    Breach,
}
