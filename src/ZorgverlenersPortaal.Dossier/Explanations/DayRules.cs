using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>What raises a doctor's day as a whole.</summary>
public static class DayRules
{
    /// <summary>Evidence is named up to this many.</summary>
    private const int MostNamed = 20;

    /// <summary>Many searches in a short time after which nobody was opened that day; null when not.</summary>
    public static Finding? Searches(DoctorDay day, ReviewRules rules)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(rules);
        var opened = day.Looks.Select(look => look.PatientId).ToHashSet(StringComparer.Ordinal);
        return Burst(ReviewRule.SearchBurst, [.. day.Searches.Where(search => search.PatientId is null || !opened.Contains(search.PatientId)).Select(search => search.Place)], rules);
    }

    /// <summary>Many patients in a short time; <paramref name="hasContact"/> leaves out those who were in hospital around then.</summary>
    public static Finding? Patients(DoctorDay day, Func<Look, bool> hasContact, ReviewRules rules)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(hasContact);
        ArgumentNullException.ThrowIfNull(rules);
        return Burst(ReviewRule.ManyPatients, [.. day.Looks.Where(look => !hasContact(look)).Select(look => look.First)], rules);
    }

    /// <summary>The fullest stretch of so many minutes, when it holds enough.</summary>
    private static Finding? Burst(ReviewRule rule, IReadOnlyList<AuditPlace> inTime, ReviewRules rules)
    {
        var setting = rules[rule];
        var (best, from) = (0, 0);
        for (var (first, last) = (0, 0); last < inTime.Count; last++)
        {
            while (inTime[last].Time - inTime[first].Time > TimeSpan.FromMinutes(setting.Minutes))
            {
                first++;
            }
            if (last - first + 1 > best)
            {
                (best, from) = (last - first + 1, first);
            }
        }
        return setting.Points > 0 && best >= setting.Times
            ? new(rule, setting.Points, [.. inTime.Skip(from).Take(Math.Min(best, MostNamed)).Select(LookRules.Text)], best)
            : null;
    }
}
