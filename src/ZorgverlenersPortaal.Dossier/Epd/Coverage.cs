namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>What a resource is to a grant.</summary>
internal enum Coverage
{
    /// <summary>Someone else's, or nobody's that can be told: dropped, recorded, the section is incomplete (R4).</summary>
    Stranger,

    /// <summary>Not a patient's and not of use here, such as an ended role.</summary>
    Irrelevant,

    /// <summary>Belongs to what was granted.</summary>
    Covered,
}
