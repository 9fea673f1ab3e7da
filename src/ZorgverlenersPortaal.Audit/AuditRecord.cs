namespace ZorgverlenersPortaal.Audit;

/// <summary>
/// One act, with the fields of NEN 7513. Holds references and codes, never clinical content (R5). Text that is no valid
/// UTF-16 is stored with U+FFFD in its place; <see cref="Time"/> is stored in UTC with milliseconds.
/// </summary>
public sealed record AuditRecord
{
    /// <summary>What happened.</summary>
    public required AuditEventType Event { get; init; }

    /// <summary>The kind of act.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>How it ended.</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The id of the request, which the EPD and the operational log know as well.</summary>
    public required string RequestId { get; init; }

    /// <summary>Who acted; null only for acts of the system itself.</summary>
    public AuditActor? Actor { get; init; }

    /// <summary>The care provider in whose place the actor acted.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Every patient the act was about, in the order shown.</summary>
    public IReadOnlyList<AuditPatient> Patients { get; init; } = [];

    /// <summary>The decision that allowed or refused it.</summary>
    public AuditDecision? Decision { get; init; }

    /// <summary>The purpose of use: TREAT, or ETREAT in an emergency.</summary>
    public string? Purpose { get; init; }

    /// <summary>What was or would have been shown, each as Type/id/version.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The section of the record.</summary>
    public string? Category { get; init; }

    /// <summary>What was changed, each with the value before and after; of administration only, never clinical.</summary>
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];

    /// <summary>What else must be known, coded.</summary>
    public string? Detail { get; init; }

    /// <summary>The code a doctor can read out to the help desk.</summary>
    public string? Incident { get; init; }
}
