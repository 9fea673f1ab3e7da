namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>The records of a trail in their order, a window at a time.</summary>
internal sealed class RecordScan(IScan scan) : IDisposable
{
    /// <summary>The record the scan stands at.</summary>
    public RecordRow Row => new()
    {
        Sequence = scan.Number(0),
        Time = scan.Bytes(1),
        Event = scan.Number(2),
        Outcome = scan.Number(3),
        HasActor = !scan.IsNull(4),
        Actor = scan.Bytes(4),
        RequestId = scan.Bytes(5),
        Payload = scan.Bytes(6),
        Previous = scan.Bytes(7),
        Hash = scan.Bytes(8),
    };

    public void Start(long after) => scan.Start(after);

    public void Stop() => scan.Stop();

    public bool Next() => scan.Next();

    public void Dispose() => scan.Dispose();
}
