namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>
/// The stored trail of one node, for its one writer. After a fault the connection is thrown away; the next batch opens
/// a new one and goes on from what is stored, so that the chain has no gap and no fork.
/// </summary>
internal sealed class TrailStore : IDisposable
{
    private readonly AuditTrailOptions _options;
    private ITrailConnection? _connection;
    private TrailHead _head;

    /// <summary>Opens the trail, making it when it is not there.</summary>
    public TrailStore(AuditTrailOptions options)
    {
        _options = options;
        var connection = Open(create: true);
        try
        {
            _head = connection.ReadHead();
            _connection = connection;
            Weakness = connection.Weakness;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What the account could do to the trail beyond adding to it, as it was at the start.</summary>
    public string? Weakness { get; }

    /// <summary>The last durable record; any thread may ask.</summary>
    public TrailHead Head => Volatile.Read(ref _head);

    /// <summary>The hash of the record at this sequence, null when there is none.</summary>
    public byte[]? HashAt(long sequence) => _connection?.HashAt(sequence);

    /// <summary>Writes the records in one transaction and returns the sequence of the first.</summary>
    public long Append(IReadOnlyList<PendingRecord> batch)
    {
        try
        {
            _connection ??= Reopen();
            var before = Head;
            Volatile.Write(ref _head, _connection.Append(before, batch));
            return before.Sequence + 1;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Connects anew after a fault, and sees that the trail is where it was; throws when it cannot.</summary>
    public void Reconnect() => _connection ??= Reopen();

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private ITrailConnection Open(bool create) => _options.Storage.Connect(_options, create);

    private ITrailConnection Reopen()
    {
        var connection = Open(create: false);
        try
        {
            var found = connection.ReadHead();
            var promised = Head;
            if (promised.Sequence > 0 && connection.HashAt(promised.Sequence) is var hash
                && (hash is null || !hash.AsSpan().SequenceEqual(promised.Hash)))
            {
                throw new AuditTrailRefusedException(
                    $"The trail of node '{_options.Node}' in {_options.Storage.Name} no longer holds record {promised.Sequence}, which "
                    + "this process wrote. Put the right one back, or start under a new node name and keep this one as evidence.");
            }

            Volatile.Write(ref _head, found);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
