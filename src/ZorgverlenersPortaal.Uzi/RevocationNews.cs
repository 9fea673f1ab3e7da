namespace ZorgverlenersPortaal.Uzi;

/// <summary>A list that this node took into use from a source of its own, for the other nodes to verify and take over.</summary>
/// <param name="List">Name of the list: the same for every later list of this CA and scope; hexadecimal.</param>
/// <param name="Hash">SHA-256 of the list, upper-case hexadecimal.</param>
/// <param name="Until">Its nextUpdate.</param>
/// <param name="Der">The list as it came.</param>
public sealed record RevocationNews(string List, string Hash, DateTimeOffset Until, ReadOnlyMemory<byte> Der);
