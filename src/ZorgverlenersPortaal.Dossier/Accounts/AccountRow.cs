namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>A row as the database holds it; a value that is not understood blocks the account.</summary>
internal sealed record AccountRow
{
    public string UziNumber { get; init; } = "";

    public string Name { get; init; } = "";

    public string Function { get; init; } = "";

    public string Role { get; init; } = "";

    public long ConfirmedPhysician { get; init; }

    public long InTraining { get; init; }

    public string? Agb { get; init; }

    public string? PracticeAgb { get; init; }

    public long PracticeManager { get; init; }

    public string? BigNumber { get; init; }

    public string? Practice { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string Status { get; init; } = "";

    public string? BlockReason { get; init; }

    public string? Blocked { get; init; }

    public string Confirmed { get; init; } = "";

    public long Generation { get; init; }

    public string? BlockCode { get; init; }

    /// <summary>The account; anything that is not understood makes it a blocked one.</summary>
    public Account ToAccount()
    {
        var function = StoredValue.Read<AccountFunction>(Function);
        var role = StoredValue.Read<CareRole>(Role);
        var isUnderstood = function is { } known && (known.IsStaff() ? Role.Length == 0 : role is not null);
        return new()
        {
            UziNumber = UziNumber,
            Name = Name,
            Function = function ?? AccountFunction.CareProvider,
            Role = role,
            IsConfirmedPhysician = ConfirmedPhysician == 1,
            IsInTraining = InTraining != 0,
            Agb = AgbCode.TryRead(Agb),
            PracticeAgb = AgbCode.TryRead(PracticeAgb),
            IsPracticeManager = PracticeManager == 1,
            BigNumber = BigNumber,
            Practice = Practice,
            Email = Email,
            Phone = Phone,
            Status = isUnderstood && Status == nameof(AccountStatus.Active) ? AccountStatus.Active : AccountStatus.Blocked,
            BlockReason = BlockReason,
            BlockedAt = StoredValue.Time(Blocked),
            ConfirmedAt = StoredValue.Time(Confirmed) ?? default,
            Generation = checked((int)Generation),
            HasBlockCode = BlockCode is not null,
        };
    }

    /// <summary>The account as parameters of a statement.</summary>
    public static object Parameters(Account account, DateTimeOffset now) => new
    {
        account.UziNumber,
        account.Name,
        Function = account.Function.ToString(),
        Role = account.Role?.ToString() ?? "",
        ConfirmedPhysician = account.IsConfirmedPhysician ? 1 : 0,
        InTraining = account.IsInTraining ? 1 : 0,
        Agb = account.Agb?.Value,
        PracticeAgb = account.PracticeAgb?.Value,
        PracticeManager = account.IsPracticeManager ? 1 : 0,
        account.BigNumber,
        account.Practice,
        account.Email,
        account.Phone,
        Status = account.Status.ToString(),
        account.BlockReason,
        Blocked = account.BlockedAt is { } since ? StoredValue.Of(since) : null,
        Confirmed = account.ConfirmedAt == default ? "" : StoredValue.Of(account.ConfirmedAt),
        account.Generation,
        Now = StoredValue.Of(now),
    };
}
