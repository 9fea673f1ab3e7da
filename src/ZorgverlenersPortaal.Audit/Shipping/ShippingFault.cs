namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>What went wrong in one round.</summary>
/// <param name="Kind">Which kind, for metrics.</param>
/// <param name="Text">What and what to do; nothing of a record's content.</param>
public sealed record ShippingFault(ShippingFaultKind Kind, string Text);
