using System.Security.Cryptography;
using ZorgverlenersPortaal.Audit.Records;
using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit.Checkpoints;

/// <summary>
/// Writes a signed checkpoint at every interval in which the trail grew, and at the end. A checkpoint that cannot be
/// written is tried again at the next tick; meanwhile recording goes on and the fault shows in the health.
/// </summary>
internal sealed class CheckpointWriter : IAsyncDisposable
{
    private readonly string _node;
    private readonly string _path;
    private readonly TrailStore _store;
    private readonly TimeProvider _clock;
    private readonly List<ECDsa> _keys;
    private readonly Lock _writing = new();
    private readonly ITimer _timer;

    /// <summary>Throws AuditTrailRefusedException when the trail is not the one the last checkpoint saw.</summary>
    public CheckpointWriter(string folder, string key, AuditTrailOptions options, TrailStore store, TimeProvider clock)
    {
        _node = options.Node;
        _store = store;
        _clock = clock;
        _path = TrailFiles.Checkpoints(Directory.CreateDirectory(folder).FullName, options.Node);
        _keys = AuditCheckpointKey.LoadForSigning(key);
        Through = RequireKnownTrail();
        _timer = clock.CreateTimer(_ => Write(), state: null, options.CheckpointInterval, options.CheckpointInterval);
    }

    /// <summary>The size the last checkpoint covers.</summary>
    public long Through { get; private set; }

    /// <summary>Why the last checkpoint failed, or null.</summary>
    public string? Fault { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        Write();
        _keys.ForEach(key => key.Dispose());
    }

    private void Write()
    {
        lock (_writing)
        {
            var head = _store.Head;
            if (head.Sequence == Through)
            {
                return;
            }

            try
            {
                var time = StoredText.Of(_clock.GetUtcNow());
                var checkpoint = Checkpoint.Sign(_node, head.Sequence, head.Hash, time, _keys[0]);
                CheckpointFile.Append(_path, checkpoint.ToLine());
                Through = head.Sequence;
                Fault = null;
            }
            catch (Exception fault) // whatever it is, it must not end the process from a timer
            {
                Fault = $"No checkpoint could be written to {_path}: {fault.Message}";
            }
        }
    }

    private long RequireKnownTrail()
    {
        var last = CheckpointFile.Read(_path)
            .Select(Checkpoint.Parse)
            .OfType<Checkpoint>()
            .Where(checkpoint => string.Equals(checkpoint.Node, _node, StringComparison.Ordinal))
            .Where(checkpoint => checkpoint.IsSignedBy(_keys))
            .MaxBy(checkpoint => checkpoint.Size);
        if (last is null)
        {
            return 0;
        }

        var hash = _store.HashAt(last.Size) is { } found ? Convert.ToHexStringLower(found) : null;
        return string.Equals(hash, last.Head, StringComparison.Ordinal)
            ? last.Size
            : throw new AuditTrailRefusedException(
                $"The trail of node '{_node}' is not the one its signed checkpoint of {last.Time} saw: it was cut, "
                + "restored from an older copy or rewritten. Keep both files as evidence, run the verification, and "
                + "put the right file back or start under a new node name.");
    }
}
