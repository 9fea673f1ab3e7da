using System.Runtime.CompilerServices;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>
/// Explains and judges the looks of a period while it reads the trail: in memory are one day, and the emergencies, which are few. An
/// emergency is judged last, when what came before it is known.
/// </summary>
public sealed class LookReview(ReviewRules rules, Homes homes, FactsOf facts)
{
    /// <summary>
    /// Every look from a day on, closed ones too, and the days of doctors that a rule raises. The records must be newest first, and
    /// begin <see cref="ReviewRules.HistoryDays"/> earlier for repeated emergencies to be seen.
    /// </summary>
    public async IAsyncEnumerable<ReviewedLook> RunAsync(IEnumerable<StoredAuditRecord> newestFirst, DateOnly from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        EmergencyHistory history = new();
        List<(DateOnly Day, IReadOnlyList<(DoctorDay Doctor, Look Look)> Looks)> held = [];
        foreach (var day in LookFolder.Fold(newestFirst))
        {
            cancellation.ThrowIfCancellationRequested();
            List<(DoctorDay Doctor, Look Look)> all = [.. day.SelectMany(doctor => doctor.Looks.Select(look => (doctor, look)))];
            List<(DoctorDay Doctor, Look Look)> emergencies = [.. all.Where(one => one.Look.IsEmergency)];
            emergencies.ForEach(one => history.Add(one.Look));
            if (day[0].Day < from)
            {
                continue;
            }
            // The rest of the day is let go.
            held.Add((day[0].Day, [.. emergencies.Select(one => (one.Doctor with { Looks = [one.Look], Searches = [] }, one.Look))]));
            var known = await facts(new([.. all.Where(one => !one.Look.IsEmergency).Select(one => one.Look.PatientId).Distinct(StringComparer.Ordinal)], null), cancellation);
            foreach (var (doctor, look) in all.Where(one => !one.Look.IsEmergency))
            {
                yield return Judge(doctor, look, known.GetValueOrDefault(look.PatientId), history);
            }
            foreach (var doctor in day)
            {
                await foreach (var raised in DayAsync(doctor, cancellation))
                {
                    yield return raised;
                }
            }
        }
        foreach (var (day, looks) in held)
        {
            var known = looks.Count == 0 ? null : await ContactsAsync(day, looks.Select(one => one.Look), cancellation);
            foreach (var (doctor, look) in looks)
            {
                yield return Judge(doctor, look, known!.GetValueOrDefault(look.PatientId), history);
            }
        }
    }

    /// <summary>One look: explained looks keep their hard findings only, and one that nothing explains is never closed.</summary>
    public ReviewedLook Judge(DoctorDay doctor, Look look, PatientFacts? known, EmergencyHistory history)
    {
        ArgumentNullException.ThrowIfNull(look);
        var explanations = LookRules.Explain(look, known, rules);
        // A relation explains that she looks; not why it had to be an emergency.
        var isExplained = explanations.Any(explanation => !look.IsEmergency || explanation.IsContact);
        var findings = LookRules.Of(look, known, rules, homes, history);
        IReadOnlyList<Finding> kept = isExplained ? [.. findings.Where(finding => finding.IsHard)] : findings;
        return new(doctor, look, explanations, kept.Count == 0 && !isExplained ? [new(ReviewRule.Unexplained, rules[ReviewRule.Unexplained].Points, [LookRules.Text(look)])] : kept)
        {
            IsUncertain = known is null || (look.IsEmergency && !known.HasContacts),
        };
    }

    private async IAsyncEnumerable<ReviewedLook> DayAsync(DoctorDay doctor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (DayRules.Searches(doctor, rules) is { } searches)
        {
            yield return new(doctor, null, [], [searches]);
        }
        // Only whose day is full enough is worth the question.
        if (DayRules.Patients(doctor, _ => false, rules) is null)
        {
            yield break;
        }
        var known = await ContactsAsync(doctor.Day, doctor.Looks, cancellation);
        if (DayRules.Patients(doctor, look => LookRules.Explain(look, known.GetValueOrDefault(look.PatientId), rules).Any(one => one.IsContact), rules) is { } patients)
        {
            yield return new(doctor, null, [], [patients]) { IsUncertain = doctor.Looks.Any(look => known.GetValueOrDefault(look.PatientId) is not { HasContacts: true }) };
        }
    }

    private Task<IReadOnlyDictionary<string, PatientFacts>> ContactsAsync(DateOnly day, IEnumerable<Look> looks, CancellationToken cancellation) =>
        facts(new([.. looks.Select(look => look.PatientId).Distinct(StringComparer.Ordinal)], day.AddDays(-rules.ContactDays)), cancellation);
}
