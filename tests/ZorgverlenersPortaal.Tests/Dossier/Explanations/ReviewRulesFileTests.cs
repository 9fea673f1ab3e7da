using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Explanations;

namespace ZorgverlenersPortaal.Tests.Dossier.Explanations;

/// <summary>The rules file: the shipped one is good, and every fault names its key and the mend.</summary>
public sealed class ReviewRulesFileTests
{
    [Fact]
    public void Shipped_IsGoodAndHasEveryRule()
    {
        var (rules, faults) = ReviewRulesFile.Read(ReviewRulesFile.Shipped);
        Assert.Empty(faults);
        Assert.Equal(Enum.GetValues<ReviewRule>().Length, rules!.Rules.Count);
        Assert.Equal((20, 7, 64), (rules.CasesADay, rules.ContactDays, rules.Hash.Length));
    }

    [Theory]
    [InlineData("casesADay", "0", "casesADay must be a whole number from 1 to 500")]
    [InlineData("version", "\"\"", "version must be a text of 1 to 40 characters")]
    [InlineData("contactDays", "1.5", "contactDays must be a whole number")]
    [InlineData("extra", "1", "extra is unknown")]
    [InlineData("rules/OwnSurname/points", "-1", "rules/OwnSurname/points must be a whole number")]
    [InlineData("rules/OwnSurname/weight", "1", "rules/OwnSurname/weight is unknown")]
    [InlineData("rules/ManyPatients/minutes", "null", "rules/ManyPatients/minutes must be a whole number")]
    [InlineData("rules/Neighbour", "{}", "rules/Neighbour is unknown")]
    [InlineData("rules/Unexplained/points", "0", "may not vanish")]
    [InlineData("hours/Other/from", "\"8\"", "hours/Other/from must be a time")]
    [InlineData("hours/Other/until", "\"07:00\"", "hours/Other/until must be later than from")]
    [InlineData("hours/Other/weekend", "\"no\"", "hours/Other/weekend must be true or false")]
    [InlineData("rules", "[]", "rules must be an object")]
    public void Fault_NamesItsKeyAndTheMend(string key, string value, string expected)
    {
        var file = JsonNode.Parse(ReviewRulesFile.Shipped)!;
        var parts = key.Split('/');
        parts[..^1].Aggregate(file, (node, part) => node[part]!)[parts[^1]] = JsonNode.Parse(value);
        var (rules, faults) = ReviewRulesFile.Read(file.ToJsonString());
        Assert.Null(rules);
        Assert.Contains(faults, fault => fault.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_AreToldAllAtOnce()
    {
        var file = JsonNode.Parse(ReviewRulesFile.Shipped)!.AsObject();
        file.Remove("sampleSize");
        file["rules"]!.AsObject().Remove("Deceased");
        file["hours"]!["Other"]!.AsObject().Remove("weekend");
        Assert.Equal(
            ["hours/Other/weekend is missing; write it out", "rules/Deceased is missing; write it out", "sampleSize is missing; write it out"],
            ReviewRulesFile.Read(file.ToJsonString()).Faults.Where(fault => fault.Contains("missing", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"version\":\"1\",\"version\":\"2\"}")]
    public void NoFile_OfThisKind_IsAFault(string json) => Assert.NotEmpty(ReviewRulesFile.Read(json).Faults);

    [Fact]
    public void Hash_OfAnotherFile_IsAnother() =>
        Assert.NotEqual(SomeLooks.Rules.Hash, ReviewRulesFile.Read(ReviewRulesFile.Shipped.Replace("2026-1", "2026-2", StringComparison.Ordinal)).Rules!.Hash);

    [Theory]
    [InlineData("{\"900071001\":\"1234AB 12\"}", true)]
    [InlineData("{\"900071001\":\"1234 AB\"}", false)]
    [InlineData("{\"9\":\"1234AB 12\"}", false)]
    [InlineData("{\"900071001\":12}", false)]
    [InlineData("[]", false)]
    [InlineData("x", false)]
    public void Homes_AreReadStrictly(string json, bool isGood) => Assert.Equal(isGood, Homes.Read(json).Homes is { Count: 1 });
}
