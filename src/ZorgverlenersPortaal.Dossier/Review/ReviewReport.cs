namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>
/// What the officers did with the looks of a period, as it stands now. Percentiles are nearest-rank: the value itself of a case, never one in
/// between, so that anybody who counts gets the same.
/// </summary>
public sealed record ReviewReport
{
    /// <summary>The days it is about: cases opened, and emergencies of these days.</summary>
    public required ReviewPeriod Period { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Emergencies of the period; an extension is no emergency of its own.</summary>
    public required int Emergencies { get; init; }

    /// <summary>Of these, those with a verdict that holds.</summary>
    public required int EmergenciesJudged { get; init; }

    /// <summary>Cases of the period.</summary>
    public required int Cases { get; init; }

    /// <summary>Of these, those with a verdict that holds.</summary>
    public required int Judged { get; init; }

    /// <summary>Of the rest, those that should have left their state by now.</summary>
    public required int Overdue { get; init; }

    /// <summary>From opening to the verdict; null when there is no verdict.</summary>
    public TimeSpan? MedianTimeToVerdict { get; init; }

    /// <summary>Nine of ten verdicts took at most this long.</summary>
    public TimeSpan? P90TimeToVerdict { get; init; }

    /// <summary>Verdicts that hold, of each kind.</summary>
    public required IReadOnlyDictionary<CaseVerdict, int> Verdicts { get; init; }

    /// <summary>Cases of which officers said how many minutes they took.</summary>
    public required int CasesWithMinutes { get; init; }

    /// <summary>Minutes of these together, by the officers' own word.</summary>
    public required int Minutes { get; init; }

    /// <summary>Minutes of the middle one of these.</summary>
    public int? MedianMinutes { get; init; }

    /// <summary>Of each origin.</summary>
    public required IReadOnlyList<OriginFigures> Origins { get; init; }

    /// <summary>Cases without a verdict.</summary>
    public int Open => Cases - Judged;

    internal static ReviewReport Of(ReviewBook book, ReviewPeriod period, DateTimeOffset now)
    {
        var stories = book.Of(period).ToList();
        var judged = stories.Where(story => story.IsJudged).ToList();
        var emergencies = book.Emergencies.Where(one => period.Holds(one.Value)).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var times = judged.Select(story => story.TimeToVerdict).OfType<TimeSpan>().Order().ToList();
        var minutes = stories.Select(story => story.Minutes).OfType<int>().Order().ToList();
        return new()
        {
            Period = period,
            Made = now,
            Emergencies = emergencies.Count,
            EmergenciesJudged = judged.Count(story => story.Case.EmergencyId is { } id && emergencies.Contains(id)),
            Cases = stories.Count,
            Judged = judged.Count,
            Overdue = stories.Count(story => story.Case.IsOverdue(now)),
            MedianTimeToVerdict = times.Count > 0 ? Rank(times, 0.5) : null,
            P90TimeToVerdict = times.Count > 0 ? Rank(times, 0.9) : null,
            Verdicts = Enum.GetValues<CaseVerdict>().ToDictionary(verdict => verdict, verdict => judged.Count(story => story.Case.Verdict == verdict)),
            CasesWithMinutes = minutes.Count,
            Minutes = minutes.Sum(),
            MedianMinutes = minutes.Count > 0 ? Rank(minutes, 0.5) : null,
            Origins = [.. Enum.GetValues<CaseOrigin>().Select(origin => Figures(origin, [.. stories.Where(story => story.Case.Origin == origin)]))],
        };
    }

    private static OriginFigures Figures(CaseOrigin origin, IReadOnlyList<CaseStory> stories) => new(
        origin,
        stories.Count,
        stories.Count(story => story.Moves.Any(move => move.Step == CaseStep.Ask)),
        stories.Count(story => story.IsJudged),
        stories.Count(story => story.Case.State == CaseState.Breach));

    /// <summary>Nearest rank; the list is sorted.</summary>
    private static T Rank<T>(List<T> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}
