namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>What the office may change about an account. Start from <see cref="Of"/>, so that nothing is lost.</summary>
public sealed record AccountEdit
{
    /// <inheritdoc cref="Account.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="Account.Function"/>
    public AccountFunction Function { get; init; }

    /// <inheritdoc cref="Account.Role"/>
    public CareRole? Role { get; init; }

    /// <inheritdoc cref="Account.IsConfirmedPhysician"/>
    public bool IsConfirmedPhysician { get; init; }

    /// <inheritdoc cref="Account.IsInTraining"/>
    public bool IsInTraining { get; init; }

    /// <inheritdoc cref="Account.Agb"/>
    public AgbCode? Agb { get; init; }

    /// <inheritdoc cref="Account.PracticeAgb"/>
    public AgbCode? PracticeAgb { get; init; }

    /// <inheritdoc cref="Account.IsPracticeManager"/>
    public bool IsPracticeManager { get; init; }

    /// <inheritdoc cref="Account.BigNumber"/>
    public string? BigNumber { get; init; }

    /// <inheritdoc cref="Account.Practice"/>
    public string? Practice { get; init; }

    /// <inheritdoc cref="Account.Email"/>
    public string? Email { get; init; }

    /// <inheritdoc cref="Account.Phone"/>
    public string? Phone { get; init; }

    /// <summary>What the account says now.</summary>
    public static AccountEdit Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new()
        {
            Name = account.Name,
            Function = account.Function,
            Role = account.Role,
            IsConfirmedPhysician = account.IsConfirmedPhysician,
            IsInTraining = account.IsInTraining,
            Agb = account.Agb,
            PracticeAgb = account.PracticeAgb,
            IsPracticeManager = account.IsPracticeManager,
            BigNumber = account.BigNumber,
            Practice = account.Practice,
            Email = account.Email,
            Phone = account.Phone,
        };
    }

    internal Account Apply(Account account) => account with
    {
        Name = Name,
        Function = Function,
        Role = Role,
        IsConfirmedPhysician = IsConfirmedPhysician,
        IsInTraining = IsInTraining,
        Agb = Agb,
        PracticeAgb = PracticeAgb,
        IsPracticeManager = IsPracticeManager,
        BigNumber = BigNumber,
        Practice = Practice,
        Email = Email,
        Phone = Phone,
    };
}
