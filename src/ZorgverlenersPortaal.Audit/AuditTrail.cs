using ZorgverlenersPortaal.Audit.Checkpoints;
using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit;

/// <summary>
/// The append-only trail of one node: a hash chain with one writer. Waiting records share one transaction and one
/// fsync.
/// </summary>
public sealed class AuditTrail : IAsyncDisposable
{
    private readonly AuditTrailOptions _options;
    private readonly TimeProvider _clock;
    private readonly IDisposable? _lock;
    private readonly TrailStore _store;
    private readonly CheckpointWriter? _checkpoints;
    private readonly GroupCommit _writer;

    private AuditTrail(AuditTrailOptions options, TimeProvider clock, IDisposable? held)
    {
        _options = options;
        _clock = clock;
        _lock = held;
        _store = new TrailStore(options);
        try
        {
            _checkpoints = options is { CheckpointFolder: { } folder, CheckpointKey: { } key }
                ? new CheckpointWriter(folder, key, options, _store, clock)
                : null;
        }
        catch
        {
            _store.Dispose();
            throw;
        }

        _writer = new GroupCommit(_store, options.Storage, clock);
    }

    /// <summary>How the trail stands now.</summary>
    public AuditTrailHealth Health =>
        new(_store.Head.Sequence, _checkpoints?.Through ?? 0, _writer.Fault, _checkpoints?.Fault);

    /// <summary>What its account could do to the trail beyond adding to it; null when nothing is known.</summary>
    public string? Weakness => _store.Weakness;

    /// <summary>
    /// Opens the trail of a node and becomes its only writer. Throws ArgumentException for options that cannot be,
    /// AuditTrailInUseException, AuditTrailRefusedException, or AuditUnavailableException when a disk does not serve.
    /// </summary>
    public static AuditTrail Open(AuditTrailOptions options, TimeProvider clock)
    {
        Check(options);
        IDisposable? held = null;
        try
        {
            held = options.Storage.Hold(options.Node);
            return new AuditTrail(options, clock, held);
        }
        catch (Exception fault)
        {
            held?.Dispose();
            if (fault is AuditTrailInUseException or AuditTrailRefusedException or ArgumentException)
            {
                throw;
            }

            throw new AuditUnavailableException(options.Storage.Explain(fault), fault);
        }
    }

    /// <summary>
    /// Records an act; returns only when it is durable, so that what follows may be shown. Throws
    /// AuditUnavailableException when it was not written in time. A caller that cancels gives up its own wait only.
    /// </summary>
    public async Task<AuditReceipt> AppendAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pending = new PendingRecord(record);
        _writer.Add(pending);
        try
        {
            var sequence = await pending.Durable.WaitAsync(_options.WriteTimeout, _clock, cancellationToken);
            return new AuditReceipt(_options.Node, sequence);
        }
        catch (TimeoutException fault)
        {
            pending.Abandon();
            throw new AuditUnavailableException(
                $"The audit trail in {_options.Storage.Name} was not written within {_options.WriteTimeout}.", fault);
        }
        catch (OperationCanceledException)
        {
            pending.Abandon();
            throw;
        }
    }

    /// <summary>Writes what still waits and a last checkpoint, and lets go of the node name.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        if (_checkpoints is not null)
        {
            await _checkpoints.DisposeAsync();
        }

        _store.Dispose();
        _lock?.Dispose();
    }

    private static void Check(AuditTrailOptions options)
    {
        if (!TrailFiles.IsNode(options.Node))
        {
            throw new ArgumentException(
                $"'{options.Node}' is no node name: use 1 to 40 of A-Z, a-z, 0-9 and '-'.", nameof(options));
        }

        if (options.WriteTimeout <= TimeSpan.Zero || options.CheckpointInterval <= TimeSpan.Zero || options.SegmentRecords <= 0)
        {
            throw new ArgumentException("WriteTimeout, CheckpointInterval and SegmentRecords must be more than zero.", nameof(options));
        }

        if (options.CheckpointFolder is null != options.CheckpointKey is null)
        {
            throw new ArgumentException(
                "CheckpointFolder and CheckpointKey go together: no checkpoint without a signature.", nameof(options));
        }
    }
}
