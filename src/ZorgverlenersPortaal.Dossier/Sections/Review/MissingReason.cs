namespace ZorgverlenersPortaal.Dossier.Sections.Review;

/// <summary>Why a version cannot be shown again.</summary>
public enum MissingReason
{
    /// <summary>The trail names no version of it.</summary>
    NoVersion,

    /// <summary>The EPD says that it gives no earlier versions of this type.</summary>
    NotKept,

    /// <summary>The EPD does not have it, or gave another one in its place.</summary>
    NotThere,

    /// <summary>The EPD gave no usable answer.</summary>
    Failed,

    /// <summary>It was not asked: more were shown than are looked up at once.</summary>
    TooMany,
}
