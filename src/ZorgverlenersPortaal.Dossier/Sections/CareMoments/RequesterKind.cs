namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>Who referred, seen from the doctor who looks.</summary>
public enum RequesterKind
{
    /// <summary>The EPD does not say, or could not tell now.</summary>
    Unknown,

    /// <summary>The doctor who looks.</summary>
    Self,

    /// <summary>Someone of the practice that the EPD has her in.</summary>
    OwnPractice,

    /// <summary>Someone else.</summary>
    Other,
}
