namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>An account as the portal office entered it. The UZI number is the person, not the card.</summary>
public sealed record Account
{
    /// <summary>9 digits.</summary>
    public required string UziNumber { get; init; }

    /// <summary>Name as the office wrote it.</summary>
    public required string Name { get; init; }

    /// <summary>Doctor, or the hospital's own staff.</summary>
    public AccountFunction Function { get; init; }

    /// <summary>The kind of doctor the office confirmed; the card's role must be the same. Null for staff.</summary>
    public CareRole? Role { get; init; }

    /// <summary>The office checked that this doctor, whose card says only "arts" (01.000), is of this role and not in training.</summary>
    public bool IsConfirmedPhysician { get; init; }

    /// <summary>The office found that this doctor is in training: never let in.</summary>
    public bool IsInTraining { get; init; }

    /// <summary>Personal AGB code; null matches no patient.</summary>
    public AgbCode? Agb { get; init; }

    /// <summary>AGB code of the practice; only the office enters it, a card never says it.</summary>
    public AgbCode? PracticeAgb { get; init; }

    /// <summary>The office named this doctor the manager of that practice: she may hand over the practice's patients.</summary>
    public bool IsPracticeManager { get; init; }

    /// <summary>11 digits of the BIG register.</summary>
    public string? BigNumber { get; init; }

    /// <summary>Name of the practice, for display.</summary>
    public string? Practice { get; init; }

    /// <summary>Where the office can reach the doctor.</summary>
    public string? Email { get; init; }

    /// <summary>Where the office can reach the doctor.</summary>
    public string? Phone { get; init; }

    /// <summary>Active or blocked.</summary>
    public AccountStatus Status { get; init; }

    /// <summary>Why it is blocked, as the office wrote it.</summary>
    public string? BlockReason { get; init; }

    /// <summary>Since when it is blocked.</summary>
    public DateTimeOffset? BlockedAt { get; init; }

    /// <summary>When the office last confirmed that all this is so; default: never, and then nobody is let in.</summary>
    public DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>One higher at every block; sessions of a lower generation are over (R8).</summary>
    public int Generation { get; init; }

    /// <summary>The doctor has a code to block the account with.</summary>
    public bool HasBlockCode { get; init; }
}
