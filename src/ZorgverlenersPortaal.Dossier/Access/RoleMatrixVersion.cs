namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>One version of the matrix: its cells, since when, and who decided on it.</summary>
public sealed record RoleMatrixVersion
{
    /// <summary>Number of the version that comes with the portal.</summary>
    public const int BuiltIn = 1;

    /// <summary>1 comes with the portal, the hospital's own follow.</summary>
    public required int Number { get; init; }

    /// <summary>What is open.</summary>
    public required RoleMatrixCells Cells { get; init; }

    /// <summary>From when it holds; the first has always held.</summary>
    public DateTimeOffset Effective { get; init; }

    /// <summary>Where it stands.</summary>
    public RoleMatrixStatus Status { get; init; } = RoleMatrixStatus.Approved;

    /// <summary>Why, in the words of who proposed it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset? Proposed { get; init; }

    /// <summary>UZI number of the administrator who proposed it; null for the first.</summary>
    public string? Proposer { get; init; }

    /// <summary>Name of that administrator.</summary>
    public string? ProposerName { get; init; }

    /// <summary>When it was approved or rejected.</summary>
    public DateTimeOffset? Decided { get; init; }

    /// <summary>UZI number of who did; never the proposer where it was approved.</summary>
    public string? Decider { get; init; }

    /// <summary>Name of that administrator.</summary>
    public string? DeciderName { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Note { get; init; }
}
