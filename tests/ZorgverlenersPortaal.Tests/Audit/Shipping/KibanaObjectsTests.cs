using System.Text.Json;
using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Tests.Architecture;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>What is loaded into Elasticsearch and Kibana hangs together: a chart on a field that is not there stays empty without a word.</summary>
public sealed partial class KibanaObjectsTests
{
    private static readonly string _folder = Repository.Path("ops", "deploy", "elasticsearch");
    private static readonly IndexTemplate _template = IndexTemplate.Load();

    [Fact]
    public void Objects_EachLine_IsAnObjectWithReferencesThatAreThere()
    {
        var lines = File.ReadAllLines(Path.Combine(_folder, "kibana.ndjson"));
        var objects = lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var known = objects.Select(one => (one.GetProperty("type").GetString(), one.GetProperty("id").GetString())).ToList();

        Assert.Equal(known.Count, known.Distinct().Count());
        Assert.Equal(["index-pattern", "search", "search", "search", "visualization", "visualization"], known.Select(one => one.Item1).Order(StringComparer.Ordinal));
        foreach (var reference in objects.SelectMany(one => one.GetProperty("references").EnumerateArray()))
        {
            Assert.Contains((reference.GetProperty("type").GetString(), reference.GetProperty("id").GetString()), known);
        }
        foreach (var search in objects.Where(one => one.GetProperty("attributes").TryGetProperty("kibanaSavedObjectMeta", out _)))
        {
            var source = search.GetProperty("attributes").GetProperty("kibanaSavedObjectMeta").GetProperty("searchSourceJSON").GetString()!;
            Assert.Contains(JsonDocument.Parse(source).RootElement.GetProperty("indexRefName").GetString(), search.GetProperty("references").EnumerateArray().Select(reference => reference.GetProperty("name").GetString()));
        }
    }

    [Fact]
    public void Objects_FieldsTheyName_AreInTheTemplate()
    {
        var text = File.ReadAllText(Path.Combine(_folder, "kibana.ndjson")).Replace("\\", "", StringComparison.Ordinal);
        var named = Field().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(named.Count > 8, string.Join(' ', named));
        Assert.All(named, name => Assert.Contains(name, _template.Fields.Keys));
    }

    [Fact]
    public void Template_Indices_FollowThePolicyAndTheDateInTheirName()
    {
        using var template = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "index-template.json")));
        using var policy = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "lifecycle-policy.json")));
        var lifecycle = template.RootElement.GetProperty("template").GetProperty("settings").GetProperty("index").GetProperty("lifecycle");
        var phases = policy.RootElement.GetProperty("policy").GetProperty("phases");

        Assert.Equal(("zvp-audit", true), (lifecycle.GetProperty("name").GetString(), lifecycle.GetProperty("parse_origination_date").GetBoolean()));
        Assert.Equal("strict", template.RootElement.GetProperty("template").GetProperty("mappings").GetProperty("dynamic").GetString());
        // Around a rollover one id could be there twice; a month made read-only would shut out a node that was behind.
        Assert.DoesNotContain(phases.EnumerateObject().SelectMany(phase => phase.Value.GetProperty("actions").EnumerateObject()), action => action.Name is "rollover" or "readonly" or "forcemerge");
    }

    [GeneratedRegex("(?<name>(event|user|zvp|rule|service|source|organization)\\.[a-z_.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
