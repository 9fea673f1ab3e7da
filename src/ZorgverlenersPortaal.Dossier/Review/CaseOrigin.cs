namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>What made a case. Stored by name: never rename.</summary>
public enum CaseOrigin
{
    /// <summary>Every emergency has one.</summary>
    Emergency,

    /// <summary>An officer saw something in the trail.</summary>
    Officer,

    /// <summary>A patient asked about a line of her overview.</summary>
    Patient,

    /// <summary>A rule raised it.</summary>
    Rule,

    /// <summary>The random sample drew it.</summary>
    Sample,
}
