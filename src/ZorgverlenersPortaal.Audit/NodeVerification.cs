namespace ZorgverlenersPortaal.Audit;

/// <summary>What the verification of one node's trail saw, up to its first fault.</summary>
/// <param name="Node">The node.</param>
/// <param name="Count">How many records were verified.</param>
/// <param name="First">The time of the first record, null when there is none.</param>
/// <param name="Last">The time of the last verified record, null when there is none.</param>
/// <param name="HeadHash">The hash of the last verified record, in lower-case hexadecimal; zeros when there is none.</param>
/// <param name="CheckpointedThrough">
/// The largest size a genuine checkpoint vouches for, 0 when none does. A cut after it cannot be seen.
/// </param>
/// <param name="Fault">The first fault, or null.</param>
/// <param name="Begin">The sequence of the first record that was verified: 1 for a whole trail.</param>
public sealed record NodeVerification(
    string Node,
    long Count,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    string HeadHash,
    long CheckpointedThrough,
    TrailFinding? Fault,
    long Begin = 1);
