namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>One place where the EPD's log and the trail do not agree. Holds no number or name of a patient.</summary>
/// <param name="Kind">What is missing.</param>
/// <param name="Number">The line or entry of the log; 0 where that is what is missing.</param>
/// <param name="Node">The node whose record has no line; null for a line.</param>
/// <param name="Sequence">The place of that record in the node's chain; 0 for a line.</param>
/// <param name="RequestId">The request, where it has the shape of the portal's own; another could hold anything.</param>
public sealed record ReconciliationGap(GapKind Kind, int Number, string? Node, long Sequence, string? RequestId);
