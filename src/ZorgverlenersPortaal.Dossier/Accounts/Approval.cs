namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>What the office adds when it approves.</summary>
public sealed record Approval
{
    /// <summary>The administrator found the doctor in the BIG register, with this profession and not in training. Must be so.</summary>
    public bool IsBigChecked { get; init; }

    /// <summary>This doctor may sign in with a card that says only "arts" (01.000).</summary>
    public bool IsConfirmedPhysician { get; init; }

    /// <summary>AGB code of the practice, where the office knows it.</summary>
    public AgbCode? PracticeAgb { get; init; }
}
