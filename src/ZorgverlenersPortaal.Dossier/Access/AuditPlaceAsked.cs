namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>Where in the trail a record stands, as somebody asks for it.</summary>
/// <param name="Node">The node that wrote it.</param>
/// <param name="Sequence">Its place in that node's chain.</param>
public sealed record AuditPlaceAsked(string Node, long Sequence);
