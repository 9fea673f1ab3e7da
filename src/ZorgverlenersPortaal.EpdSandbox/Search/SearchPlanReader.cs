using System.Globalization;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>Reads the parameters of one search into a plan.</summary>
internal sealed class SearchPlanReader(CriterionReader criteria)
{
    /// <summary>
    /// Throws <see cref="SearchFaultException"/> for a value, sort or modifier that cannot be obeyed.
    /// </summary>
    public SearchPlan Read(string type, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var plan = new SearchPlan(type);
        foreach (var (name, value) in parameters)
        {
            if (value.Length == 0)
            {
                continue;
            }

            if (!Control(plan, name, value) && !Criterion(plan, name, value))
            {
                plan.Unknown.Add(name);
                continue;
            }

            // The answer's form is no part of what was searched for.
            if (name is not ("_format" or "_pretty"))
            {
                plan.Honoured.Add(new(name, name is "_count" ? IndexText.Number(plan.Count) : value));
            }
        }

        return plan;
    }

    private bool Criterion(SearchPlan plan, string name, string value)
    {
        if (criteria.Read(plan.Type, name, value) is not { } criterion)
        {
            return false;
        }

        plan.Criteria.Add(criterion);
        return true;
    }

    private static bool Control(SearchPlan plan, string name, string value) =>
        name switch
        {
            "_format" or "_pretty" => true,
            "_total" => value is "none" or "estimate" or "accurate",
            "_count" => Count(plan, value),
            "_summary" => Summary(plan, value),
            "_sort" => Sort(plan, value),
            "_include" or "_include:iterate" => Include(plan, value, reverse: false, iterate: name.Length > 8),
            "_revinclude" or "_revinclude:iterate" => Include(plan, value, reverse: true, iterate: name.Length > 11),
            _ => false,
        };

    private static bool Count(SearchPlan plan, string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            throw new SearchFaultException($"_count: {value} is no number");
        }

        plan.TotalOnly |= count == 0;
        plan.Count = Math.Min(count, SearchPlan.LargestCount);
        return true;
    }

    private static bool Summary(SearchPlan plan, string value)
    {
        plan.TotalOnly |= value is "count";
        return value is "count" or "false";
    }

    private static bool Sort(SearchPlan plan, string value)
    {
        foreach (var key in value.Split(','))
        {
            var name = key.TrimStart('-');
            if (name is not "_lastUpdated" && SearchParameterTable.Find(plan.Type, name) is null)
            {
                return false;
            }

            plan.Sorts.Add((name, key.StartsWith('-')));
        }

        return true;
    }

    private static bool Include(SearchPlan plan, string value, bool reverse, bool iterate)
    {
        if (IncludeRule.Read(value, reverse, iterate) is not { } rule)
        {
            return false;
        }

        plan.Includes.Add(rule);
        return true;
    }
}
