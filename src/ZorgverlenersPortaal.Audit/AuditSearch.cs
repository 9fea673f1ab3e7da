namespace ZorgverlenersPortaal.Audit;

/// <summary>What an officer looks for in the trails; what is null or empty does not narrow.</summary>
public sealed record AuditSearch
{
    /// <summary>Not before this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>By the person with this UZI number.</summary>
    public string? UziNumber { get; init; }

    /// <summary>By a person with this AGB code.</summary>
    public string? Agb { get; init; }

    /// <summary>By a person whose card is of the organisation with this URA number.</summary>
    public string? Ura { get; init; }

    /// <summary>By a person in whose name this text stands, whatever the case.</summary>
    public string? Name { get; init; }

    /// <summary>About the patient with this BSN.</summary>
    public string? Bsn { get; init; }

    /// <summary>The numbers in the EPD of the patient with that BSN, filled in by the reader.</summary>
    internal IReadOnlyCollection<string> EpdIds { get; init; } = [];

    /// <summary>Ended like this.</summary>
    public AuditOutcome? Outcome { get; init; }

    /// <summary>Of one of these kinds.</summary>
    public IReadOnlyCollection<AuditEventType> Events { get; init; } = [];

    /// <summary>Decided by one of these rules, such as own-patient.</summary>
    public IReadOnlyCollection<string> Rules { get; init; } = [];

    /// <summary>Older than this record, for the page after the one that ended with it.</summary>
    public AuditPlace? Before { get; init; }

    /// <summary>At most this many records.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>At most this many records are looked at: what no index narrows must not keep a page waiting.</summary>
    public int MostRead { get; init; } = 20_000;

    /// <summary>A person looks: records that cannot be read are told too. Else the reading fails at the first.</summary>
    public bool IsForAPerson { get; init; }

    /// <summary>What no column says; of what cannot be read nobody knows, and it passes.</summary>
    internal bool Passes(StoredAuditRecord stored) => !stored.IsReadable || Passes(stored.Record);

    private bool Passes(AuditRecord record) =>
        (Agb is null || record.Actor?.Agb == Agb)
        && (Ura is null || record.Actor?.Ura == Ura)
        && (Name is null || record.Actor?.Name?.Contains(Name, StringComparison.CurrentCultureIgnoreCase) == true)
        && (Rules.Count == 0 || (record.Decision is { } decision && Rules.Contains(decision.Rule)));
}
