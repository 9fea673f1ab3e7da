namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>The form of a value in a chart, by the source's mark.</summary>
public enum ChartShape
{
    /// <summary>Not marked: a circle.</summary>
    Plain,

    /// <summary>Marked as high: a triangle that points up.</summary>
    High,

    /// <summary>Marked as low: a triangle that points down.</summary>
    Low,

    /// <summary>Marked otherwise: a diamond.</summary>
    Other,
}
