namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>All that a report is made of, from one source.</summary>
/// <param name="Emergencies">When each emergency was opened, by its id; also some around the period.</param>
/// <param name="Stories">The cases, by id; also some around the period.</param>
internal sealed record ReviewBook(IReadOnlyDictionary<string, DateTimeOffset> Emergencies, IReadOnlyDictionary<string, CaseStory> Stories)
{
    /// <summary>The cases that were opened in the period, or that are about an emergency of it.</summary>
    public IEnumerable<CaseStory> Of(ReviewPeriod period) => Stories.Values.Where(story => period.Holds(story.Case.Opened)
        || (story.Case.EmergencyId is { } emergency && Emergencies.TryGetValue(emergency, out var opened) && period.Holds(opened)));
}
