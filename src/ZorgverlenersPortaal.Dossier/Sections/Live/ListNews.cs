namespace ZorgverlenersPortaal.Dossier.Sections.Live;

/// <summary>What may be told to a page with a list on it; nothing of a patient.</summary>
public enum ListNews
{
    /// <summary>The EPD was asked, and the page still shows what is there.</summary>
    Same,

    /// <summary>What the page shows is not what the EPD would give now.</summary>
    Changed,

    /// <summary>The EPD could not be asked: the page may be out of date.</summary>
    Unknown,
}
