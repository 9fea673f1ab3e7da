namespace ZorgverlenersPortaal.Audit;

/// <summary>Where a node keeps its trail and its checkpoints.</summary>
public sealed record AuditTrailOptions
{
    /// <summary>Where the trail is kept.</summary>
    public required AuditStorage Storage { get; init; }

    /// <summary>The name of this node: 1 to 40 of A-Z, a-z, 0-9 and '-'. No two running processes may share it.</summary>
    public required string Node { get; init; }

    /// <summary>How long a caller waits for its record to be durable before it must show nothing.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Refuses an account that could change or remove what stands in the trail, where that can be known.</summary>
    public bool RequireAppendOnly { get; init; }

    /// <summary>The folder of the signed checkpoints, on another volume or host; null for none.</summary>
    public string? CheckpointFolder { get; init; }

    /// <summary>The PEM file with the ECDSA P-256 key that signs checkpoints; goes with the folder.</summary>
    public string? CheckpointKey { get; init; }

    /// <summary>How often a checkpoint is written while there are new records.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many records a file holds before the next is begun, which a new month does too; in a folder only.</summary>
    public long SegmentRecords { get; init; } = 2_000_000;
}
