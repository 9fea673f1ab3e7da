namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>One stored record as its scan holds it, without a copy: good until its scan moves on.</summary>
internal readonly ref struct RecordRow
{
    public required long Sequence { get; init; }

    public required ReadOnlySpan<byte> Time { get; init; }

    public required long Event { get; init; }

    public required long Outcome { get; init; }

    public required bool HasActor { get; init; }

    public required ReadOnlySpan<byte> Actor { get; init; }

    public required ReadOnlySpan<byte> RequestId { get; init; }

    public required ReadOnlySpan<byte> Payload { get; init; }

    public required ReadOnlySpan<byte> Previous { get; init; }

    public required ReadOnlySpan<byte> Hash { get; init; }

    /// <summary>What a diagnosis needs of it, kept.</summary>
    public StoredRow Keep() => new(Sequence, Payload.ToArray(), Previous.ToArray(), Hash.ToArray());
}
