using System.Threading.Channels;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>
/// The one writer of a trail. Records that arrive while it commits wait together and share the next transaction and its
/// fsync; that is what makes a durable record for every look affordable (docs/adr/0004).
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MaxWaiting = 4096;
    private const int MaxBatch = 256;

    private readonly Channel<PendingRecord> _queue = Channel.CreateBounded<PendingRecord>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private readonly TrailStore _store;
    private readonly AuditStorage _storage;
    private readonly Task _writer;
    private volatile bool _closed;
    private volatile string? _fault;

    public GroupCommit(TrailStore store, AuditStorage storage)
    {
        _store = store;
        _storage = storage;
        _writer = Task.Run(WriteAsync);
    }

    /// <summary>Why the last batch failed, or null when it succeeded.</summary>
    public string? Fault => _fault;

    /// <summary>Queues the record; throws AuditUnavailableException at once when the queue is full or closed.</summary>
    public void Add(PendingRecord pending)
    {
        if (!_queue.Writer.TryWrite(pending))
        {
            throw new AuditUnavailableException(_closed
                ? $"The audit trail in {_storage.Name} is closed."
                : $"More than {MaxWaiting} records wait for the disk of the audit trail in {_storage.Name}.");
        }
    }

    /// <summary>Writes what waits and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        _queue.Writer.TryComplete();
        await _writer;
    }

    private async Task WriteAsync()
    {
        var batch = new List<PendingRecord>(MaxBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var pending))
            {
                if (pending.TryTake())
                {
                    batch.Add(pending);
                }
            }

            if (batch.Count > 0)
            {
                Write(batch);
            }
        }
    }

    private void Write(List<PendingRecord> batch)
    {
        try
        {
            var sequence = _store.Append(batch);
            _fault = null;
            batch.ForEach(pending => pending.Complete(sequence++));
        }
        catch (Exception fault) // whatever it is, the callers must hear it and the writer must live
        {
            var reason = _storage.Explain(fault);
            _fault = reason;
            batch.ForEach(pending => pending.Fail(new AuditUnavailableException(reason, fault)));
        }
    }
}
