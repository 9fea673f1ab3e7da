namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>What an officer typed on the page of a case.</summary>
public sealed class CaseForm
{
    /// <summary>A question to the doctor.</summary>
    public string? Question { get; set; }

    /// <summary>Name of a verdict, or of the second officer's step.</summary>
    public string? Verdict { get; set; }

    /// <summary>Why she judges like that.</summary>
    public string? Words { get; set; }

    /// <summary>Minutes that it took her.</summary>
    public string? Minutes { get; set; }

    /// <summary>Why a judged case is opened again.</summary>
    public string? Reopen { get; set; }
}
