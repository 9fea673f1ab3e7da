namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>One cell of a report's line, the same on the page and in the PDF. Dutch.</summary>
/// <param name="Head">The head of its column.</param>
/// <param name="Text">What it says.</param>
/// <param name="More">What stands below it, smaller.</param>
public sealed record OverviewCell(string Head, string Text, IReadOnlyList<string> More);
