using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Tests.Architecture;

/// <summary>docs/runbook.md knows every warning and error of the log and every meter.</summary>
public partial class RunbookTests
{
    private static readonly string _runbook = File.ReadAllText(Repository.Path("docs", "runbook.md"));
    private static readonly string _sources = string.Concat(new[] { "ZorgverlenersPortaal.Audit", "ZorgverlenersPortaal.Dossier", "ZorgverlenersPortaal.Portal" }.SelectMany(Repository.Sources).Select(File.ReadAllText));

    [Fact]
    public void Runbook_EveryWarningAndErrorOfTheLog_IsInItByItsOwnNumber()
    {
        var alarms = Alarm().Matches(_sources).Select(match => match.Groups["id"].Value).ToList();
        Assert.NotEmpty(alarms);
        Assert.All(alarms, id => Assert.Matches($@"\b{(id.Length > 0 ? id : "a log message without a number")}\b", _runbook));
        Assert.Equal(alarms.Count, alarms.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Runbook_EveryMeter_IsInIt() => Assert.All(
        Meter().Matches(_sources).Select(match => match.Groups["name"].Value), name => Assert.Contains($"`{name}`", _runbook, StringComparison.Ordinal));

    [GeneratedRegex(@"\[LoggerMessage\((EventId = )?(?<id>[0-9]*)[^\]]*LogLevel\.(Warning|Error|Critical)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Alarm();

    [GeneratedRegex("_meter\\.Create[A-Za-z]+(<[a-z]+>)?\\(\"(?<name>[a-z_]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Meter();
}
