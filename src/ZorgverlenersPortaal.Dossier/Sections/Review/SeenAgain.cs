using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Sections.Review;

/// <summary>What a record of the trail says was shown, shown again; recorded.</summary>
/// <param name="Seen">The record.</param>
/// <param name="Items">The versions, in the record's order.</param>
/// <param name="Missing">What cannot be shown again, and why.</param>
public sealed record SeenAgain(StoredAuditRecord Seen, IReadOnlyList<SeenItem> Items, IReadOnlyList<MissingItem> Missing);
