using ZorgverlenersPortaal.Dossier.Remembered;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Results as things that can be new: by the version the EPD gave, and by their status where it gives none.</summary>
public static class SeenResults
{
    /// <summary>Everything the section shows, by the source that its results name.</summary>
    public static IReadOnlyDictionary<string, SeenItem> Of(Section<ResultOverview> section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Of(
            (section.Content?.Specialties ?? []).SelectMany(specialty => specialty.Results.SelectMany(Of).Concat(specialty.Reports.SelectMany(Of))), section.Resources);
    }

    /// <summary>The same of single results; <paramref name="resources"/> name their versions.</summary>
    public static IReadOnlyDictionary<string, SeenItem> Of(IEnumerable<TestResult> results, IReadOnlyList<string> resources) => Of(results.SelectMany(Of), resources);

    private static Dictionary<string, SeenItem> Of(IEnumerable<(string Source, ResultStatus Status)> all, IReadOnlyList<string> resources)
    {
        var versions = resources.DistinctBy(Unversioned).ToDictionary(Unversioned, StringComparer.Ordinal);
        return all.DistinctBy(one => one.Source).ToDictionary(
            one => one.Source,
            one => new SeenItem(Unversioned(one.Source), $"{versions.GetValueOrDefault(Unversioned(one.Source), one.Source)} {one.Status.State}"),
            StringComparer.Ordinal);
    }

    private static IEnumerable<(string Source, ResultStatus Status)> Of(ResultReport report) => report.Results.SelectMany(Of).Prepend((report.Source, report.Status));

    private static IEnumerable<(string Source, ResultStatus Status)> Of(TestResult result) => result.Members.SelectMany(Of)
        .Concat(result.Earlier.Select(point => (point.Source, point.Status)))
        .Prepend((result.Source, result.Status));

    /// <summary><c>Type/id</c> of <c>Type/id/version</c>.</summary>
    private static string Unversioned(string reference) => string.Join('/', reference.Split('/').Take(2));
}
