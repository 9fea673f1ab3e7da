using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Tests as rows: one for each test, its newest value with what came before it.</summary>
public sealed class TestTable
{
    /// <summary>Earlier values beside the newest.</summary>
    public const int Columns = 4;

    /// <summary>Makes the rows; <paramref name="chosen"/> is the place of the row whose course is drawn.</summary>
    public TestTable(IReadOnlyList<TestResult> tests, int? chosen, string address)
    {
        ArgumentNullException.ThrowIfNull(tests);
        Address = address;
        var rows = tests.SelectMany(Of).ToList();
        // Values that stand as earlier ones beside a newer one have no row of their own, unless there is more to say of them.
        var earlier = rows.SelectMany(row => row.Test.Earlier).Select(point => (point.Source, point.At.Iso)).ToHashSet();
        Rows = [.. rows.Where(row => row.Test is not { Notes.Count: 0, Status: { IsChanged: false, IsPending: false }, Effective: { } at } || !earlier.Contains((row.Test.Source, at.Iso)))];
        Chosen = chosen is >= 0 && chosen < Rows.Count && Rows[chosen.Value].Test.Earlier.Count > 0 ? Rows[chosen.Value].Test : null;
    }

    /// <summary>The rows, newest first; members of a panel stand under its name.</summary>
    public IReadOnlyList<(TestResult? Panel, TestResult Test)> Rows { get; }

    /// <summary>The test whose course is drawn.</summary>
    public TestResult? Chosen { get; }

    /// <summary>Address of the page.</summary>
    public string Address { get; }

    /// <summary>Which are new, by their source.</summary>
    public Func<string, NewMark> Mark { get; init; } = _ => NewMark.None;

    /// <summary>Earlier values in the order of reading: the oldest first.</summary>
    public static IReadOnlyList<TrendPoint> Earlier(TestResult test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return [.. test.Earlier.Take(Columns).Reverse()];
    }

    /// <summary>The source's marks of an earlier value: the sign where there is one, else the word.</summary>
    public static string Marks(TrendPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return string.Join(' ', point.Flags.Select(flag => flag.Symbol.Length > 0 ? flag.Symbol : flag.Text));
    }

    /// <summary>" (voorlopig)" and the like; empty for a value that is final.</summary>
    public static string Caution(TrendPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return point.Status.State == ResultState.Final ? "" : $" ({point.Status.Text})";
    }

    /// <summary>The panel, where it has no row of its own and yet facts that hold for its members.</summary>
    public static TestResult? Unlisted(TestResult? panel) =>
        panel is not null && !IsWorthARow(panel) && (panel.Specimen is not null || TestFacts.Of(panel).Count > 0) ? panel : null;

    private static IEnumerable<(TestResult? Panel, TestResult Test)> Of(TestResult test) => test.Members.Count == 0
        ? [(null, test)]
        : test.Members.Prepend(test).Where(IsWorthARow).Select(member => ((TestResult?)test, member));

    private static bool IsWorthARow(TestResult test) => test.Members.Count == 0 || test.Value is not null || test.Missing is not null || test.Growth is not null;
}
