namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>The form that leads to a record as it was.</summary>
/// <param name="Handle">The patient's handle.</param>
/// <param name="Day">What is typed: a day.</param>
/// <param name="Time">What is typed: a time.</param>
public sealed record PastForm(string Handle, string? Day = null, string? Time = null)
{
    /// <summary>What is wrong with what was typed (Dutch).</summary>
    public string? Fault { get; init; }

    /// <summary>It is why the page was opened, so it is not folded away.</summary>
    public bool IsOpen { get; init; }
}
