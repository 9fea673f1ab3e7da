using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>Answers searches from the store: the shortest index list first, every criterion on what is left.</summary>
internal sealed class SearchEngine
{
    private const int IncludeRounds = 5;
    private readonly ResourceStore _store;
    private readonly CriterionReader _criteria;

    public SearchEngine(ResourceStore store)
    {
        _store = store;
        _criteria = new CriterionReader(Chain);
    }

    /// <summary>Throws <see cref="SearchFaultException"/> when the parameters cannot be obeyed.</summary>
    public SearchPlan Plan(string type, IEnumerable<KeyValuePair<string, string>> parameters) =>
        new SearchPlanReader(_criteria).Read(type, parameters);

    /// <summary>All matches, sorted as asked, else in order of arrival.</summary>
    public IReadOnlyList<StoredResource> Run(SearchPlan plan)
    {
        var matches = Matches(plan.Type, plan.Criteria).OrderBy(resource => 0);
        foreach (var (parameter, descending) in plan.Sorts)
        {
            matches = descending
                ? matches.ThenByDescending(resource => SortKey(resource, parameter))
                : matches.ThenBy(resource => SortKey(resource, parameter));
        }

        return [.. matches.ThenBy(resource => resource.Sequence)];
    }

    /// <summary>
    /// What the include rules add to a page of matches, without doubles and without the matches themselves.
    /// </summary>
    public IReadOnlyList<StoredResource> Includes(SearchPlan plan, IReadOnlyList<StoredResource> page)
    {
        var seen = new HashSet<string>(page.Select(resource => resource.Key), StringComparer.Ordinal);
        var added = new List<StoredResource>();
        var front = page;
        for (var round = 0; round < IncludeRounds && front.Count > 0; round++)
        {
            var rules = plan.Includes.Where(rule => round == 0 || rule.Iterate);
            front =
            [
                .. rules
                    .SelectMany(rule => front.SelectMany(resource => rule.Follow(resource, _store)))
                    .Where(found => seen.Add(found.Key)),
            ];
            added.AddRange(front);
        }

        return added;
    }

    private IEnumerable<StoredResource> Matches(string type, IReadOnlyCollection<Criterion> criteria)
    {
        var shortest = criteria
            .Select(criterion => criterion.Candidates(_store, type))
            .Where(list => list is not null)
            .MinBy(list => list!.Count);
        return (shortest ?? _store.All(type)).Where(resource => criteria.All(criterion => criterion.Matches(resource)));
    }

    // A chain (patient.identifier) is a search on the target type; without a type, on every type that has the
    // parameter.
    private List<(string?, string)>? Chain(string target, string name, string value)
    {
        var found = new List<(string?, string)>();
        var known = false;
        foreach (var type in target.Length > 0 ? [target] : _store.Types)
        {
            if (_criteria.Read(type, name, value) is { } criterion)
            {
                known = true;
                found.AddRange(Matches(type, [criterion]).Select(resource => ((string?)resource.Type, resource.Id)));
            }
        }

        return known ? found : null;
    }

    private static (long, string) SortKey(StoredResource resource, string parameter)
    {
        var value = Array.Find(
            resource.Values,
            found => string.Equals(found.Parameter, parameter, StringComparison.Ordinal));
        return (value.Low, value.Code ?? "");
    }
}
