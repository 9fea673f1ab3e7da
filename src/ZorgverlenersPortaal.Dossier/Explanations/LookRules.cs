using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>What raises one look. A function of the look, the facts of the EPD and the rules; what is not known raises nothing.</summary>
public static class LookRules
{
    /// <summary>Every finding, whatever explains the look; the heaviest first.</summary>
    public static IReadOnlyList<Finding> Of(Look look, PatientFacts? facts, ReviewRules rules, Homes homes, EmergencyHistory history)
    {
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(homes);
        ArgumentNullException.ThrowIfNull(history);
        return
        [
            .. Patient(look, facts, rules, homes).Concat(Relation(look, rules)).Concat(Moment(look, rules))
                .Concat(look.IsEmergency ? Emergency(look, facts, rules, history) : [])
                .Where(finding => finding.Points > 0)
                .OrderByDescending(finding => finding.Points).ThenBy(finding => finding.Rule),
        ];
    }

    /// <summary>What explains it: the relations of its own decisions, and contacts near its day.</summary>
    public static IReadOnlyList<Explanation> Explain(Look look, PatientFacts? facts, ReviewRules rules)
    {
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(rules);
        return [.. look.Relations, .. facts?.Contacts.Where(contact => contact.IsNear(look.Day, rules.ContactDays)) ?? []];
    }

    private static IEnumerable<Finding> Patient(Look look, PatientFacts? facts, ReviewRules rules, Homes homes)
    {
        if (facts is null)
        {
            yield break;
        }
        string[] stands = [facts.Reference];
        if ((look.IsEmergency || rules[ReviewRule.OwnSurname].OrdinaryLooks == 1) && facts.BearsName(look.Name))
        {
            yield return new(ReviewRule.OwnSurname, rules[ReviewRule.OwnSurname].Points, stands);
        }
        if (homes.Of(look.UziNumber) is { } home && facts.LivesAt(home))
        {
            yield return new(ReviewRule.OwnAddress, rules[ReviewRule.OwnAddress].Points, stands);
        }
        if (facts.Died is { } died && look.Day.DayNumber - died.DayNumber is var days && days > rules[ReviewRule.Deceased].Days)
        {
            yield return new(ReviewRule.Deceased, rules[ReviewRule.Deceased].Points, stands, days);
        }
    }

    private static IEnumerable<Finding> Relation(Look look, ReviewRules rules)
    {
        // Somebody whom another rule opens the record to does not rest on the relation that ended.
        var isHers = look.Relations.Any(relation => relation.Kind is not ExplanationKind.EndedRelation) && !look.IsEmergency;
        if (!isHers && look.RelationEnded is { } ended && look.Day.DayNumber - ended.DayNumber is var days && days > rules[ReviewRule.RelationEnded].Days)
        {
            yield return new(ReviewRule.RelationEnded, rules[ReviewRule.RelationEnded].Points, [Text(look)], days);
        }
    }

    private static IEnumerable<Finding> Moment(Look look, ReviewRules rules)
    {
        if (rules.HoursOf(look.RoleCode).IsOutside(TimeZoneInfo.ConvertTime(look.First.Time, Periods.Zone).DateTime))
        {
            yield return new(ReviewRule.OutOfHours, rules[ReviewRule.OutOfHours].Points, [Text(look)]);
        }
    }

    private static IEnumerable<Finding> Emergency(Look look, PatientFacts? facts, ReviewRules rules, EmergencyHistory history)
    {
        if ((facts?.Restriction ?? look.Restriction) is { } restricted)
        {
            yield return new(ReviewRule.RestrictedPatient, rules[ReviewRule.RestrictedPatient].Points, [restricted]);
        }
        // Contacts that could not be asked are not contacts that were not there (R7).
        if (facts is { HasContacts: true } && !facts.Contacts.Any(contact => contact.IsNear(look.Day, rules.ContactDays)))
        {
            yield return new(ReviewRule.EmergencyWithoutContact, rules[ReviewRule.EmergencyWithoutContact].Points, [facts.Reference], rules.ContactDays);
        }
        if (look.IdleDelegation is { } idle)
        {
            yield return new(ReviewRule.LocumOutsideDelegation, rules[ReviewRule.LocumOutsideDelegation].Points, [idle]);
        }
        foreach (var (rule, others) in new[]
        {
            (ReviewRule.RepeatedByDoctor, history.OfDoctor(look, rules.HistoryDays)),
            (ReviewRule.RepeatedOnPatient, history.OnPatient(look, rules.HistoryDays)),
            (ReviewRule.IdenticalReason, history.WithSameReason(look, rules.HistoryDays)),
        })
        {
            if (others.Count >= rules[rule].Times)
            {
                yield return new(rule, rules[rule].Points, [.. others.Select(Text).Order(StringComparer.Ordinal).Take(20)], others.Count);
            }
        }
    }

    /// <summary>The record a look begins with: <c>node/sequence</c>.</summary>
    internal static string Text(Look look) => Text(look.First);

    internal static string Text(ZorgverlenersPortaal.Audit.AuditPlace place) => FormattableString.Invariant($"{place.Node}/{place.Sequence}");
}
