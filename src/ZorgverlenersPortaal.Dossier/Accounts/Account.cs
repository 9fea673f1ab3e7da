namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>An account as the portal office entered it. The UZI number is the person, not the card.</summary>
public sealed record Account
{
    /// <summary>9 digits.</summary>
    public required string UziNumber { get; init; }

    /// <summary>Name as the office wrote it.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of doctor the office confirmed; the card's role must be the same.</summary>
    public required CareRole Role { get; init; }

    /// <summary>Personal AGB code; null matches no patient.</summary>
    public AgbCode? Agb { get; init; }

    /// <summary>Name of the practice, for display.</summary>
    public string? Practice { get; init; }

    /// <summary>Active or blocked.</summary>
    public AccountStatus Status { get; init; }
}
