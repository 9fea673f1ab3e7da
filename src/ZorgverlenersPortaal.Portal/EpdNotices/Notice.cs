namespace ZorgverlenersPortaal.Portal.EpdNotices;

/// <summary>What is counted of a notice; of its content nothing is kept.</summary>
/// <param name="Kind">What it says it is.</param>
/// <param name="Subscription">SHA-256 of the subscription's name, only to see gaps in its count; null when it has none.</param>
/// <param name="EventsSinceStart">The EPD's count; null when it gives none.</param>
/// <param name="Events">Events in this notice.</param>
internal sealed record Notice(NoticeKind Kind, string? Subscription, long? EventsSinceStart, int Events);
