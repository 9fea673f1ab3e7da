namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>A record that the index does not take, set aside; it stands in the trail as all others do.</summary>
/// <param name="Sequence">Its place in the node's chain.</param>
/// <param name="Status">The status it was refused with; 0 when it was not sent.</param>
/// <param name="Reason">The kind of fault as Elasticsearch or the portal codes it, and the field where it names one; no content.</param>
public sealed record ParkedRecord(long Sequence, int Status, string Reason);
