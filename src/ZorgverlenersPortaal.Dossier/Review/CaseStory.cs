using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>A case with all its steps, out of the register or out of the trail alone: the same when nobody touched either.</summary>
/// <param name="Case">As it stands; out of the trail without what the trail does not hold.</param>
/// <param name="Moves">Its steps, in order; words as their hash.</param>
/// <param name="Evidence">Its evidence.</param>
internal sealed record CaseStory(ReviewCase Case, IReadOnlyList<CaseMove> Moves, IReadOnlySet<FrozenRecord> Evidence)
{
    public bool IsJudged => CaseRules.IsFinal(Case.State);

    /// <summary>From opening to the verdict that holds; null when there is none.</summary>
    public TimeSpan? TimeToVerdict => IsJudged && Moves.LastOrDefault(move => CaseRules.IsFinal(move.After)) is { } last ? last.Time - Case.Opened : null;

    /// <summary>Minutes that the officers say it took them together; null when none said so.</summary>
    public int? Minutes => Moves.Any(move => move.Minutes is not null) ? Moves.Sum(move => move.Minutes ?? 0) : null;
}
