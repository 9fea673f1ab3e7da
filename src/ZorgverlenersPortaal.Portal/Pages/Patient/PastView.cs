namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>A section of the page of the past, as it may be shown.</summary>
/// <param name="State">What the panel says beside or in place of it.</param>
/// <param name="Lines">The items.</param>
/// <param name="Unclear">How many items there are of which cannot be told what they were.</param>
/// <param name="IsNotKept">The EPD gives no earlier versions of this.</param>
public sealed record PastView(PanelState State, IReadOnlyList<PastLine> Lines, int Unclear, bool IsNotKept);
