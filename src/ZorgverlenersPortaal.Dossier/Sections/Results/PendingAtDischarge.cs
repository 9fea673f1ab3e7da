namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>
/// Finds what was open when a patient left, from what the EPD says now: taken during the stay, and not final yet, or made
/// known or changed after its end; or asked for during the stay and without any result. Of what has no date nobody can say so; it
/// stands in its own list only.
/// </summary>
public static class PendingAtDischarge
{
    /// <summary>Per admission that has ended, in their order; admissions with nothing open are left out.</summary>
    public static IReadOnlyList<DischargePending> Of(ResultOverview results, IReadOnlyList<Admission> admissions)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(admissions);
        var all = results.Specialties.SelectMany(Lines).ToList();
        return
        [
            .. admissions.Where(a => a.State.IsDischarged() && !a.IsNotUnderstood)
                .Select(a => new DischargePending(
                    a,
                    [.. all.Select(l => Judge(l, a)).OfType<PendingResult>().OrderByDescending(p => p.Effective!.Earliest)],
                    [.. results.OpenRequests.Where(r => IsAskedDuring(r, a, admissions))]))
                .Where(d => d.Results.Count + d.Requests.Count > 0),
        ];
    }

    /// <summary>The admission it names; else by the day it was asked for, as it was during the stay or not.</summary>
    private static bool IsAskedDuring(OpenRequest request, Admission admission, IReadOnlyList<Admission> admissions) =>
        request.EncounterId is { } id && admissions.Any(a => a.EncounterIds.Contains(id, StringComparer.Ordinal))
            ? admission.EncounterIds.Contains(id, StringComparer.Ordinal)
            : IsWithin(request.Ordered, admission);

    /// <summary>Every result and report that is understood, and the members of panels.</summary>
    internal static IEnumerable<PendingResult> Lines(ResultSpecialty specialty) =>
        specialty.Reports.Where(r => !r.IsNotUnderstood).Select(r => Line(r, specialty.Group))
            .Concat(specialty.Reports.SelectMany(r => r.Results).Concat(specialty.Results)
                .Where(t => !t.IsNotUnderstood)
                .SelectMany(t => Lines(t, specialty.Group)))
            .DistinctBy(l => l.Source);

    /// <summary>Of a panel its members too: one may be late while the panel calls itself final.</summary>
    private static IEnumerable<PendingResult> Lines(TestResult test, ResultGroup group)
    {
        yield return new()
        {
            Source = test.Source,
            Name = test.Name,
            Group = group,
            Kind = PendingKind.StillPending,
            Status = test.Status,
            Order = test.Order,
            Effective = test.Effective,
            Issued = test.Issued,
        };
        foreach (var line in test.Members.Where(m => !m.IsNotUnderstood && m.Source != test.Source).SelectMany(m => Lines(m, group)))
        {
            yield return line;
        }
    }

    private static PendingResult Line(ResultReport report, ResultGroup group) => new()
    {
        Source = report.Source,
        Name = report.Name,
        Group = group,
        Kind = PendingKind.StillPending,
        Status = report.Status,
        Order = report.Order,
        Effective = report.Effective,
        Issued = report.Issued,
    };

    private static PendingResult? Judge(PendingResult line, Admission admission)
    {
        if (!IsWithin(line.Effective, admission))
        {
            return null;
        }
        if (line.Status.IsPending)
        {
            return line;
        }
        var isLater = admission.End is { } end && line.Issued is { } issued && issued.Earliest > end.Latest;
        return isLater && line.Status.State != ResultState.Cancelled
            ? line with { Kind = line.Status.IsChanged ? PendingKind.ChangedLater : PendingKind.ArrivedLater }
            : null;
    }

    /// <summary>A partial date counts whole: what may have been taken during the stay was.</summary>
    private static bool IsWithin(WrittenDate? moment, Admission admission) =>
        moment is { } taken
        && (admission.Start is not { } start || taken.Latest >= start.Earliest)
        && (admission.End is not { } end || taken.Earliest <= end.Latest)
        && (admission.Start is not null || admission.End is not null);
}
