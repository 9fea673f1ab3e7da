namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>One open connection that adds records; thrown away after the first fault, never mended.</summary>
internal interface ITrailConnection : IDisposable
{
    /// <summary>What its account could do to the trail beyond adding to it; null when nothing is known.</summary>
    string? Weakness { get; }

    /// <summary>The last record that is stored; throws AuditTrailRefusedException when it is not one of this node's.</summary>
    TrailHead ReadHead();

    /// <summary>The hash of the record at this sequence, null when there is none.</summary>
    byte[]? HashAt(long sequence);

    /// <summary>Adds all records in one transaction; when this returns they are durable.</summary>
    TrailHead Append(TrailHead head, IReadOnlyList<PendingRecord> batch);
}
