namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>What the office looks for.</summary>
public sealed record AccountSearch
{
    /// <summary>Part of a name or practice, or the beginning of a UZI number or AGB code; empty: everybody.</summary>
    public string? Text { get; init; }

    /// <summary>Only these; null: all.</summary>
    public AccountState? State { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Accounts on a page, at most 200.</summary>
    public int PageSize { get; init; } = 25;
}
