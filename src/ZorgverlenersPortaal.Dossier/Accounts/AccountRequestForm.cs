namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>A request as it was typed; nothing in it is trusted. <see cref="AccountRequestCheck"/> reads it.</summary>
public sealed record AccountRequestForm
{
    /// <summary>Name of the doctor.</summary>
    public string? Name { get; init; }

    /// <summary>9 digits; spaces, points and hyphens between them are allowed.</summary>
    public string? UziNumber { get; init; }

    /// <summary>Personal AGB code, written likewise.</summary>
    public string? Agb { get; init; }

    /// <summary>11 digits, written likewise.</summary>
    public string? BigNumber { get; init; }

    /// <summary>huisarts, so or avg.</summary>
    public string? Role { get; init; }

    /// <summary>Practice or institution.</summary>
    public string? Practice { get; init; }

    /// <summary>One of this and <see cref="Phone"/> at least.</summary>
    public string? Email { get; init; }

    /// <summary>One of this and <see cref="Email"/> at least.</summary>
    public string? Phone { get; init; }

    /// <summary>Null: not answered.</summary>
    public bool? InTraining { get; init; }
}
