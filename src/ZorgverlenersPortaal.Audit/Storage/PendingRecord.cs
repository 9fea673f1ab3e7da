using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>A record on its way to the disk, and the caller that waits for it.</summary>
internal sealed class PendingRecord(AuditRecord record)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Abandoned = 2;

    // Continuations run elsewhere: a page that renders on the writer's thread would hold up every other record.
    private readonly TaskCompletionSource<long> _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    /// <summary>What is recorded.</summary>
    public AuditRecord Record { get; } = record;

    /// <summary>Its bytes, made on the caller's thread so that the one writer only hashes and stores.</summary>
    public byte[] Payload { get; } = PayloadWriter.Write(record);

    /// <summary>Ends with the sequence when the record is durable.</summary>
    public Task<long> Durable => _durable.Task;

    /// <summary>True when the writer may write it; false when its caller has gone.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>The caller no longer waits: a record that is not yet being written never will be.</summary>
    public void Abandon() => Interlocked.CompareExchange(ref _state, Abandoned, Waiting);

    /// <summary>The record is durable at this sequence.</summary>
    public void Complete(long sequence) => _durable.TrySetResult(sequence);

    /// <summary>The record was not written.</summary>
    public void Fail(AuditUnavailableException fault)
    {
        _durable.TrySetException(fault);
        _ = _durable.Task.Exception; // seen: a caller that timed out before must not raise UnobservedTaskException
    }
}
