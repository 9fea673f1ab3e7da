namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>One line of the menu beside a record.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Part">The last part of the address; empty for the summary.</param>
/// <param name="Section">The section on that page; null for the page itself.</param>
public sealed record RecordMenuItem(string Text, string Part, string? Section = null);
