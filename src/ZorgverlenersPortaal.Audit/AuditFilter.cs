namespace ZorgverlenersPortaal.Audit;

/// <summary>Which records to read; what is null does not narrow.</summary>
public sealed record AuditFilter
{
    /// <summary>Only this node's.</summary>
    public string? Node { get; init; }

    /// <summary>Only of this request.</summary>
    public string? RequestId { get; init; }

    /// <summary>Only about the patient with this id in the EPD.</summary>
    public string? PatientId { get; init; }

    /// <summary>Only about the patient with this BSN.</summary>
    public string? Bsn { get; init; }

    /// <summary>At most this many, the newest.</summary>
    public int Limit { get; init; } = 100;
}
