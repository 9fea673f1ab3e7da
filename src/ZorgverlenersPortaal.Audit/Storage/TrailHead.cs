using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>The last durable record of a chain; immutable, so that other threads may read it.</summary>
internal sealed record TrailHead(long Sequence, byte[] Hash)
{
    /// <summary>The head of an empty chain.</summary>
    public static TrailHead Empty { get; } = new(0, RecordHash.Genesis.ToArray());
}
