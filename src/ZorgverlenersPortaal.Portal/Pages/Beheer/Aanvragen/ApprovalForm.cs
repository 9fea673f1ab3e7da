namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Aanvragen;

/// <summary>What an administrator says when approving, as it was sent.</summary>
public sealed class ApprovalForm
{
    /// <summary>The BIG register was looked at.</summary>
    public bool IsBigChecked { get; set; }

    /// <summary>A card that says only "arts" (01.000) may sign in.</summary>
    public bool IsConfirmedPhysician { get; set; }

    /// <summary>AGB code of the practice; may be empty.</summary>
    public string? PracticeAgb { get; set; }
}
