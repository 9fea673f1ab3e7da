namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>One value in a chart.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
/// <param name="Shape">Its form, which tells the source's mark without colour.</param>
/// <param name="IsFinal">Final and never changed; another is drawn open and no line runs to it.</param>
/// <param name="Sign">The comparator of a value that is not exact, such as "&lt;"; null for an exact one.</param>
/// <param name="Words">Value, moment and mark.</param>
public sealed record ChartPoint(double X, double Y, ChartShape Shape, bool IsFinal, string? Sign, string Words)
{
    /// <summary>A line may run to it: exact and final.</summary>
    public bool IsJoined => IsFinal && Sign is null;
}
