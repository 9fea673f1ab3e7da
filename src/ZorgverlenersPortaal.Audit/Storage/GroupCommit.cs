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
    private static readonly TimeSpan _betweenTries = TimeSpan.FromSeconds(1);

    private readonly Channel<PendingRecord> _queue = Channel.CreateBounded<PendingRecord>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private readonly TrailStore _store;
    private readonly AuditStorage _storage;
    private readonly TimeProvider _clock;
    private readonly Task _writer;
    private volatile bool _closed;
    private volatile string? _fault;
    private bool _isCutOff;

    public GroupCommit(TrailStore store, AuditStorage storage, TimeProvider clock)
    {
        _store = store;
        _storage = storage;
        _clock = clock;
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
        while (await NextAsync())
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

    /// <summary>
    /// Waits for records. Meanwhile, when the store was cut off, tries whether it is back: a node that says that it cannot record is
    /// asked nothing any more by a load balancer, and would never find out.
    /// </summary>
    private async Task<bool> NextAsync()
    {
        var next = _queue.Reader.WaitToReadAsync().AsTask();
        while (_isCutOff && await Task.WhenAny(next, Task.Delay(_betweenTries, _clock)) != next)
        {
            Try();
        }

        return await next;
    }

    private void Try()
    {
        try
        {
            _store.Reconnect();
            (_fault, _isCutOff) = (null, false);
        }
        catch (Exception fault) // the next try, or the next record, finds out again
        {
            (_fault, _isCutOff) = (_storage.Explain(fault), _storage.IsCutOff(fault));
        }
    }

    private void Write(List<PendingRecord> batch)
    {
        try
        {
            var sequence = _store.Append(batch);
            (_fault, _isCutOff) = (null, false);
            batch.ForEach(pending => pending.Complete(sequence++));
        }
        catch (Exception fault) // whatever it is, the callers must hear it and the writer must live
        {
            var reason = _storage.Explain(fault);
            (_fault, _isCutOff) = (reason, _storage.IsCutOff(fault));
            batch.ForEach(pending => pending.Fail(new AuditUnavailableException(reason, fault)));
        }
    }
}
