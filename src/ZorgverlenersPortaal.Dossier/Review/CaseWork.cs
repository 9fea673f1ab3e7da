namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>The officers' work.</summary>
/// <param name="Cases">Those asked for, what must be done first, first.</param>
/// <param name="Counts">How many there are of each scope and of the origin asked for.</param>
public sealed record CaseWork(IReadOnlyList<ReviewCase> Cases, IReadOnlyDictionary<CaseScope, int> Counts);
