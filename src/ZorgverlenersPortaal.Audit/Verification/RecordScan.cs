using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>The records of a trail in their order, a window at a time.</summary>
internal sealed class RecordScan(SqliteConnection connection, int window) : IDisposable
{
    private readonly Scan _scan = new(
        connection,
        "SELECT sequence, time, event, outcome, actor, request_id, payload, previous, hash FROM record "
        + $"WHERE sequence > ?1 ORDER BY sequence LIMIT {window}");

    /// <summary>The record the scan stands at.</summary>
    public RecordRow Row => new()
    {
        Sequence = _scan.Number(0),
        Time = _scan.Bytes(1),
        Event = _scan.Number(2),
        Outcome = _scan.Number(3),
        HasActor = !_scan.IsNull(4),
        Actor = _scan.Bytes(4),
        RequestId = _scan.Bytes(5),
        Payload = _scan.Bytes(6),
        Previous = _scan.Bytes(7),
        Hash = _scan.Bytes(8),
    };

    public void Start(long after) => _scan.Start(after);

    public void Stop() => _scan.Stop();

    public bool Next() => _scan.Next();

    public void Dispose() => _scan.Dispose();
}
