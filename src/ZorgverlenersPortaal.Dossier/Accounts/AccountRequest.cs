namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>A request as the office sees it.</summary>
public sealed record AccountRequest
{
    /// <summary>Opaque; for the office's addresses only.</summary>
    public required string Id { get; init; }

    /// <summary>What was asked.</summary>
    public required AccountRequestData Data { get; init; }

    /// <summary>When it came in, or was supplemented.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>How far it is.</summary>
    public required RequestStatus Status { get; init; }

    /// <summary>The office's question or reason, in its own words.</summary>
    public string? Note { get; init; }

    /// <summary>With four eyes: UZI number of the administrator who approved first.</summary>
    public string? FirstApprover { get; init; }

    /// <summary>As the first approver entered it.</summary>
    public AgbCode? PracticeAgb { get; init; }

    /// <summary>As the first approver said.</summary>
    public bool IsConfirmedPhysician { get; init; }

    /// <summary>When it was approved or refused.</summary>
    public DateTimeOffset? Decided { get; init; }

    /// <summary>The applicant took the block code already.</summary>
    public bool IsBlockCodeShown { get; init; }
}
