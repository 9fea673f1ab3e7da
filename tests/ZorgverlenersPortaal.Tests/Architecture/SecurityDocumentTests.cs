using System.Globalization;
using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Tests.Architecture;

/// <summary>What docs/security.md and the lists beside it name exists, each row once, and the overview counts them as they are.</summary>
public partial class SecurityDocumentTests
{
    private static readonly string[] _statuses = ["tested", "scripted", "built", "hospital", "not run", "missing"];
    private static readonly (string File, int Rows)[] _lists = [("hostile.md", 160), ("checklist.md", 86), ("asvs.md", 233)];
    private static readonly string _tests = string.Concat(Directory.EnumerateFiles(Repository.Path("tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => file.EndsWith("Tests.cs", StringComparison.Ordinal) || file.EndsWith("Contract.cs", StringComparison.Ordinal)).Select(File.ReadAllText));

    [Fact]
    public void Lists_EachRow_IsThereOnceWithAStatusAndItsProof() => Assert.All(_lists, list =>
    {
        var rows = Rows(list.File);
        Assert.Equal(list.Rows, rows.Select(row => row[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(list.Rows, rows.Count);
        Assert.All(rows, row => Assert.Contains(row[2], _statuses));
        Assert.All(rows.Where(row => row[2] is "tested" or "scripted" or "built" or "hospital"), row => Assert.Matches(Quoted(), row[3]));
    });

    [Fact]
    public void Overview_OfEachList_CountsItsRows() => Assert.All(_lists, list =>
    {
        var rows = Rows(list.File);
        var counts = _statuses.Select(status => rows.Count(row => row[2] == status)).Prepend(rows.Count).Select(count => count.ToString(CultureInfo.InvariantCulture));
        Assert.Contains($"](security/{list.File}) | {string.Join(" | ", counts)} |", File.ReadAllText(Repository.Path("docs", "security.md")), StringComparison.Ordinal);
    });

    [Fact]
    public void Documents_EveryTestAndFileTheyName_IsThere() => Assert.All(
        _lists.Select(list => "security/" + list.File).Append("security.md").SelectMany(file => Quoted().Matches(File.ReadAllText(Repository.Path("docs", file))).Select(match => match.Groups["name"].Value)).Where(name => name != "ops"),
        name => Assert.True(name.Contains('/', StringComparison.Ordinal) || !IsTestName().IsMatch(name) ? Path.Exists(Repository.Path(name)) : IsTest(name.Split('.')), name));

    [Fact]
    public void HostileCases_EveryTestWithANumber_StandsAtItsCase()
    {
        var rows = Rows("hostile.md").ToDictionary(row => row[0], row => row[3], StringComparer.Ordinal);
        Assert.All(
            Method().Matches(_tests).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal),
            test => Assert.All(Number().Matches(test).Select(match => match.Value), number => Assert.Contains($".{test}`", rows[number], StringComparison.Ordinal)));
    }

    private static List<string[]> Rows(string file) =>
        [.. File.ReadLines(Repository.Path("docs", "security", file)).Skip(6).Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray())];

    private static bool IsTest(string[] name) =>
        Regex.IsMatch(_tests, $@"\bclass {name[0]}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5))
        && (name.Length == 1 || _tests.Contains($" {name[1]}(", StringComparison.Ordinal));

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(void|Task) (?<name>\w*H[0-9]{3}_\w*)\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Method();

    [GeneratedRegex(@"\A\w+(Tests|Contract)(\.\w+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsTestName();

    [GeneratedRegex("H[0-9]{3}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
