using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>What is about to become a case.</summary>
/// <param name="Origin">What makes it.</param>
/// <param name="Node">Node of the record it begins with.</param>
/// <param name="Sequence">That record's place.</param>
/// <param name="Reasons">Why: a rule's codes (<c>own-surname</c>), or an officer's words without a patient's name.</param>
public sealed record CaseOpening(CaseOrigin Origin, string Node, long Sequence, IReadOnlyList<string> Reasons)
{
    private const int MostReasons = 20;

    /// <summary>Every reason can be kept.</summary>
    internal bool IsSound => Reasons.Count is > 0 and <= MostReasons && Reasons.All(reason => reason.Length is > 0 and <= 500 && !reason.Any(char.IsControl));

    internal string Subject => FormattableString.Invariant($"{Origin}:{Node}/{Sequence}");

    internal static bool IsLook(AuditRecord record) => record.Actor?.UziNumber is { Length: > 0 };
}
