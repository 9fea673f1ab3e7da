namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>One file of a node's trail; each begins where the one before was sealed (docs/adr/0043).</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="Path">Where it is.</param>
internal readonly record struct TrailSegment(int Number, string Path);
