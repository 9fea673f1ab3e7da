using System.Globalization;
using System.Text.RegularExpressions;
using Xunit.Abstractions;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Tests.Architecture;
using ZorgverlenersPortaal.Tests.Uzi;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>R9: every refusal is written down and tried; prints how often each is tried.</summary>
public sealed partial class RefusalCountTests(ITestOutputHelper output)
{
    [Fact]
    public void R9_EveryRefusalOfACard_IsTriedByACertificate()
    {
        var checks = Checks();
        foreach (var refusal in Enum.GetValues<UziRefusal>())
        {
            var cards = UziRefusalCases.All.Values.Count(entry => entry.Refusal == refusal);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{CardRefusalTexts.For(refusal).Code} {CardRefusalTexts.For(refusal).EventId} {refusal}: {cards} certificates, {checks.GetValueOrDefault(refusal.ToString())} checks"));
        }

        Assert.Empty(Enum.GetValues<UziRefusal>().Except(UziRefusalCases.All.Values.Select(entry => entry.Refusal)));
    }

    [Fact]
    public void R9_EveryRefusalOfAnAccount_IsTried()
    {
        var checks = Checks();
        Assert.All(Enum.GetValues<AccountRefusal>(), refusal =>
        {
            var text = AccountRefusalTexts.For(refusal);
            var count = checks.GetValueOrDefault(refusal.ToString()) + checks.GetValueOrDefault(text.Code);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{text.Code} {text.EventId} {refusal}: {count} checks"));
            Assert.True(count > 0, $"{refusal} is tried nowhere");
        });
    }

    [Fact]
    public void R9_Document_ComparedWithTheProgram_NamesEveryRefusalWithItsCodeAndEvent()
    {
        var rows = File.ReadLines(Repository.Path("docs", "refusals.md")).Where(line => line.StartsWith("| ZVP-", StringComparison.Ordinal))
            .Select(line => string.Join(' ', line.Split('|').Skip(1).Take(3).Select(cell => cell.Trim(' ', '`'))));
        var program = Enum.GetValues<UziRefusal>().Select(refusal => (CardRefusalTexts.For(refusal), Name: $"{refusal}"))
            .Concat(Enum.GetValues<AccountRefusal>().Select(refusal => (AccountRefusalTexts.For(refusal), Name: $"{refusal}")))
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Item1.Code} {one.Item1.EventId} {one.Name}"));

        Assert.Equal(program.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    /// <summary>Lines of the tests that name a refusal: as a member, as the reason in a page's data, or by its code on the page.</summary>
    private static Dictionary<string, int> Checks() => Directory.EnumerateFiles(Repository.Path("tests", "ZorgverlenersPortaal.Tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith("RefusalCountTests.cs", StringComparison.Ordinal))
        .SelectMany(File.ReadLines).SelectMany(line => Named().Matches(line).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal))
        .CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    [GeneratedRegex("(UziRefusal\\.|AccountRefusal\\.|\\{ \"|, \")(?<name>ZVP-L[0-9]{2}|[A-Za-z]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
