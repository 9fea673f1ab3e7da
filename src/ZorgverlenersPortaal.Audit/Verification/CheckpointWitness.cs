using System.Security.Cryptography;
using ZorgverlenersPortaal.Audit.Checkpoints;
using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>
/// What the signed checkpoints of one node say. Read before the trail, so that a trail that is being written is never
/// shorter than they are.
/// </summary>
internal sealed class CheckpointWitness
{
    private readonly string _node;
    private readonly List<Checkpoint> _genuine = [];
    private int _next;

    private CheckpointWitness(string node) => _node = node;

    /// <summary>The first line that is not genuine, or null.</summary>
    public TrailFinding? Forged { get; private set; }

    /// <summary>The largest size that is vouched for.</summary>
    public long Through => _genuine.Count == 0 ? 0 : _genuine[^1].Size;

    /// <summary>The checkpoints of a node; without a folder there are none.</summary>
    public static CheckpointWitness Of(string node, string? folder, IReadOnlyList<ECDsa> keys)
    {
        var witness = new CheckpointWitness(node);
        var lines = folder is null ? [] : CheckpointFile.Read(TrailFiles.Checkpoints(folder, node));
        for (var i = 0; i < lines.Count; i++)
        {
            witness.Hear(lines[i], i + 1, keys);
        }

        witness._genuine.Sort((left, right) => left.Size.CompareTo(right.Size));
        return witness;
    }

    /// <summary>The largest size up to this one that is vouched for.</summary>
    public long ThroughAt(long sequence) => _genuine.FindLast(checkpoint => checkpoint.Size <= sequence)?.Size ?? 0;

    /// <summary>The first size from this one on that is vouched for; null when none is.</summary>
    public long? NextFrom(long sequence) => _genuine.Find(checkpoint => checkpoint.Size >= sequence)?.Size;

    /// <summary>Leaves the checkpoints before this sequence unheard.</summary>
    public void Skip(long sequence) => _next = _genuine.FindIndex(checkpoint => checkpoint.Size >= sequence) is var at and >= 0 ? at : _genuine.Count;

    /// <summary>The fault when a checkpoint saw another record at this sequence; call with every sequence in order.</summary>
    public TrailFinding? Confirm(long sequence, ReadOnlySpan<byte> hash)
    {
        for (; _next < _genuine.Count && _genuine[_next].Size <= sequence; _next++)
        {
            if (!string.Equals(_genuine[_next].Head, Convert.ToHexStringLower(hash), StringComparison.Ordinal))
            {
                return new TrailFinding(
                    TrailFault.HistoryRewritten, _node, sequence,
                    $"The signed checkpoint of {_genuine[_next].Time} saw another record here.");
            }
        }

        return null;
    }

    /// <summary>The fault when a checkpoint counts more records than there are.</summary>
    public TrailFinding? Cut(long size)
    {
        var first = _genuine.Find(checkpoint => checkpoint.Size > size);
        return first is null
            ? null
            : new TrailFinding(
                TrailFault.TailCut, _node, size + 1,
                $"The signed checkpoint of {first.Time} counts {first.Size} records.");
    }

    private void Hear(string line, int number, IReadOnlyList<ECDsa> keys)
    {
        var checkpoint = Checkpoint.Parse(line);
        var fault = checkpoint switch
        {
            null => "is not a checkpoint",
            { Node: var node } when !string.Equals(node, _node, StringComparison.Ordinal) => "is of another node",
            { } signed when !signed.IsSignedBy(keys) => "does not fit its signature",
            _ => null,
        };
        if (fault is null)
        {
            _genuine.Add(checkpoint!);
        }
        else
        {
            Forged ??= new TrailFinding(
                TrailFault.CheckpointForged, _node, checkpoint?.Size ?? 0, $"Line {number} of the checkpoints {fault}.");
        }
    }
}
