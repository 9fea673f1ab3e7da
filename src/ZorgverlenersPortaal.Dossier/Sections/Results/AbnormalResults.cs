namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>
/// The newest value of each test of clinical chemistry of the last days, as far as the laboratory itself marked it as out of the
/// ordinary: the portal judges nothing (R11).
/// </summary>
public sealed record AbnormalResults
{
    /// <summary>How many days back.</summary>
    public const int Days = 30;

    /// <summary>What marks say that there is nothing to see.</summary>
    private static readonly string[] _ordinary = ["N", "NEG", "ND", "S"];

    /// <summary>Those that are marked, newest first.</summary>
    public required IReadOnlyList<TestResult> Tests { get; init; }

    /// <summary>How many tests were looked through, marked or not.</summary>
    public required int Of { get; init; }

    /// <summary>How many cannot be shown safely (R10): whether they are marked nobody may say.</summary>
    public required int NotUnderstood { get; init; }

    /// <summary>There are more results in these days than the portal asks for.</summary>
    public required bool IsCut { get; init; }

    internal static AbnormalResults Among(ResultOverview overview)
    {
        List<TestResult> all = [.. overview.Specialties.Where(specialty => specialty.Group == ResultGroup.ClinicalChemistry)
            .SelectMany(specialty => specialty.Results.Concat(specialty.Reports.SelectMany(report => report.Results))).SelectMany(Leaves)];
        var older = all.SelectMany(test => test.Earlier).Select(point => (point.Source, point.At.Iso)).ToHashSet();
        List<TestResult> newest = [.. all.Where(test => test.Status.State != ResultState.Cancelled && !(test.Effective is { } at && older.Contains((test.Source, at.Iso))))];
        return new()
        {
            Tests = [.. newest.Where(IsMarked).OrderByDescending(test => test.At)],
            Of = newest.Count,
            NotUnderstood = newest.Count(test => test.IsNotUnderstood),
            IsCut = overview.IsCut,
        };
    }

    private static bool IsMarked(TestResult test) => !test.IsNotUnderstood && test.Flags.Any(flag => !_ordinary.Contains(flag.Code));

    private static IEnumerable<TestResult> Leaves(TestResult test) =>
        test.Members.Count == 0 || test.Value is not null ? test.Members.SelectMany(Leaves).Prepend(test) : test.Members.SelectMany(Leaves);
}
