namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>One day of one person on one ground, of one patient or of lists.</summary>
public sealed record OverviewLine
{
    /// <summary>The day, where the hospital stands.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The first act of it; also what somebody who asks about the line can name.</summary>
    public required StoredAuditRecord First { get; init; }

    /// <summary>When the last act was.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How many records it holds.</summary>
    public required int Records { get; init; }

    /// <summary>Whom it was about, each once.</summary>
    public required IReadOnlyList<AuditPatient> Patients { get; init; }

    /// <summary>What was done, in order.</summary>
    public required IReadOnlyList<OverviewAct> Acts { get; init; }

    /// <summary>Who; null for the portal itself.</summary>
    public AuditActor? Actor => First.Record.Actor;

    /// <summary>The rule that allowed or refused it.</summary>
    public string? Rule => First.Record.Decision?.Rule;

    /// <summary>It was done in an emergency.</summary>
    public bool IsEmergency => First.Record.Purpose == "ETREAT" || Rule == "emergency";

    /// <summary>Node and place in its chain.</summary>
    public string Reference => FormattableString.Invariant($"{First.Node}/{First.Sequence}");
}
