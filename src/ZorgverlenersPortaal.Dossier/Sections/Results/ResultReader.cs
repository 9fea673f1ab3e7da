using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Makes the groups of the page of the resources that were selected: every one of them stands in at least one place.</summary>
internal sealed class ResultReader(ResultGrouping grouping, Uri baseAddress, DateTimeOffset now)
{
    /// <inheritdoc cref="ResultSources.PatientViewUrl"/>
    public string? PatientViewUrl { get; init; }

    public IReadOnlyList<ResultSpecialty> Read(IReadOnlyList<Resource> resources)
    {
        var observations = resources.OfType<Observation>().Where(o => !o.IsEnteredInError).ToList();
        var sources = new ResultSources(resources, baseAddress, now) { PatientViewUrl = PatientViewUrl };
        var tests = new TestResultReader(sources, new ResultTrends(observations));
        var reader = new ReportReader(sources, tests, baseAddress);
        var reports = resources.OfType<DiagnosticReport>().Where(r => !r.IsEnteredInError)
            .Select(r => (Group: GroupOf(r, tests), Line: reader.Read(r)))
            .ToList();
        var results = Singles(observations, sources, tests);
        return
        [
            .. Enum.GetValues<ResultGroup>()
                .Select(group => new ResultSpecialty(
                    group,
                    [.. reports.Where(r => r.Group == group).Select(r => r.Line).OrderByDescending(r => r.At ?? DateTimeOffset.MaxValue)],
                    [.. results.Where(r => r.Group == group).Select(r => r.Line).OrderByDescending(r => r.At ?? DateTimeOffset.MaxValue)]))
                .Where(s => s.Reports.Count + s.Results.Count > 0),
        ];
    }

    /// <summary>First those that are nobody's member, which take their members with them; then what is still left over.</summary>
    private List<(ResultGroup Group, TestResult Line)> Singles(List<Observation> observations, ResultSources sources, TestResultReader tests)
    {
        var members = observations.Where(o => o.NotUnderstood is null)
            .SelectMany(o => o.HasMembers.Select(sources.Key)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var lines = new List<(ResultGroup Group, TestResult Line)>();
        foreach (var observation in observations.OrderBy(o => members.Contains(o.Reference)))
        {
            if (!tests.IsPlaced(observation))
            {
                lines.Add((grouping.Of(observation.Categories, observation.Code), tests.Read(observation)));
            }
        }
        return lines;
    }

    /// <summary>Its own category or code; a report that names neither goes with its results.</summary>
    private ResultGroup GroupOf(DiagnosticReport report, TestResultReader tests)
    {
        var own = grouping.Of(report.Categories, report.Code);
        return own != ResultGroup.Other || report.NotUnderstood is not null
            ? own
            : report.Results.Select(r => tests.Find(r, report)).OfType<Observation>()
                .Select(o => grouping.Of(o.Categories, o.Code))
                .FirstOrDefault(g => g != ResultGroup.Other, ResultGroup.Other);
    }
}
