using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class BundleTests
{
    private const string Search = """
        {"resourceType":"Bundle","id":"b","type":"searchset","total":2,
         "link":[{"relation":"self","url":"https://epd.example/fhir/Encounter?class=IMP"},{"relation":"next","url":"?page=2"},{"relation":"fhir-base"}],
         "entry":[
          {"fullUrl":"https://epd.example/fhir/Encounter/e1","resource":{"resourceType":"Encounter","id":"e1","status":"finished"},"search":{"mode":"match"}},
          {"fullUrl":"urn:uuid:0b5c","resource":{"resourceType":"Patient","id":"p1"},"search":{"mode":"include"}},
          {"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"processing"}]},"search":{"mode":"outcome"}},
          {"fullUrl":"https:\/\/epd.example\/fhir\/Flag\/f1","resource":{"id":"f1","resourceType":"Flag"}}
         ]}
        """;

    [Fact]
    public void Read_SearchPage_GivesLinksTotalAndModes()
    {
        var page = FhirText.Read<Bundle>(Search);

        Assert.Equal("searchset", page.Type);
        Assert.Equal(2, page.Total);
        Assert.Equal("https://epd.example/fhir/Encounter?class=IMP", page.SelfLink);
        Assert.Equal("?page=2", page.NextLink);
        Assert.Equal([EntryMode.Match, EntryMode.Include, EntryMode.Outcome, EntryMode.Unknown], page.Entries.Select(entry => entry.Mode));
        Assert.Equal(
            ["https://epd.example/fhir/Encounter/e1", "urn:uuid:0b5c", null, "https://epd.example/fhir/Flag/f1"],
            page.Entries.Select(entry => entry.FullUrl),
            StringComparer.Ordinal);
        Assert.All(page.Entries, entry => Assert.Null(entry.Fault));
        Assert.Null(page.NotUnderstood);
    }

    [Fact]
    public void Read_ReversedProperties_GivesTheSame()
    {
        var plain = System.Text.Encoding.UTF8.GetBytes(Search);

        Assert.Equal(FhirText.Dump(FhirJson.Read(plain)), FhirText.Dump(FhirJson.Read(FhirText.Reversed(plain))));
    }

    [Theory]
    [InlineData("7", "not a JSON object")]
    [InlineData("null", "not a JSON object")]
    [InlineData("{}", "no resource")]
    [InlineData("""{"resource":[]}""", "not a JSON object")]
    [InlineData("""{"resource":null}""", "not a JSON object")]
    [InlineData("""{"resource":{"id":"1"}}""", "no resourceType")]
    [InlineData("""{"resource":{"id":"1","resourceType":"../x"}}""", "not the name of a type")]
    [InlineData("""{"resource":{"resourceType":"Flag","id":"1","resourceType":"Patient"}}""", "twice")]
    public void Read_BrokenEntry_HasAFaultAndLeavesTheOthers(string entry, string fault)
    {
        var page = FhirText.Read<Bundle>($$$"""{"resourceType":"Bundle","entry":[{{{entry}}},{"resource":{"resourceType":"Flag","id":"2"}}]}""");

        Assert.Contains(fault, page.Entries[0].Fault, StringComparison.Ordinal);
        Assert.Null(page.Entries[0].Resource);
        Assert.Equal("Flag/2", page.Entries[1].Resource?.Reference);
        Assert.Null(page.Entries[1].Fault);
    }

    [Theory]
    [InlineData(""" "entry":{} """, "entry is malformed")]
    [InlineData(""" "entry":null """, "entry is malformed")]
    [InlineData(""" "entry":[{}],"entry":[{}] """, "entry is given twice")]
    [InlineData(""" "link":"next" """, "link is malformed")]
    [InlineData(""" "link":[{"relation":"next"}] """, "link")]
    [InlineData(""" "link":[{"relation":"next","url":"a"},{"relation":"next","url":"b"}] """, "link")]
    [InlineData(""" "type":7 """, "type is malformed")]
    [InlineData(""" "implicitRules":"urn:x" """, "implicitRules")]
    public void R7_BundleThatMayBeIncomplete_IsNotUnderstood(string part, string reason)
    {
        var page = FhirText.Read<Bundle>($$"""{"resourceType":"Bundle",{{part}}}""");

        Assert.Contains(reason, page.NotUnderstood, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("\"2\"")]
    [InlineData("2.5")]
    [InlineData("99999999999")]
    public void Read_TotalThatIsNoCount_IsAbsent(string total) =>
        Assert.Null(FhirText.Read<Bundle>($$"""{"resourceType":"Bundle","total":{{total}}}""").Total);

    [Fact]
    public void R10_ModifierExtensionOnTheEntry_MarksItsResource()
    {
        var page = FhirText.Read<Bundle>("""
            {"resourceType":"Bundle","entry":[
              {"modifierExtension":[{"url":"urn:not"}],"resource":{"resourceType":"Flag","id":"1"}},{"resource":{"resourceType":"Flag","id":"2"}}]}
            """);

        Assert.Equal("unknown modifierExtension urn:not", page.Entries[0].Resource?.NotUnderstood);
        Assert.Null(page.Entries[1].Resource?.NotUnderstood);
        Assert.Null(page.NotUnderstood);
    }

    [Fact]
    public void R10_ResourceNotUnderstood_SaysNothingAboutItsNeighbours()
    {
        var page = FhirText.Read<Bundle>("""
            {"resourceType":"Bundle","entry":[
              {"resource":{"resourceType":"Encounter","id":"1","status":7,"contained":[{"resourceType":"Flag","implicitRules":"urn:x"}]}},
              {"resource":{"resourceType":"Encounter","id":"2","contained":[{"resourceType":"Flag","implicitRules":"urn:x"}],"status":"finished"}}]}
            """);

        Assert.Equal("status is malformed", page.Entries[0].Resource?.NotUnderstood);
        Assert.Null(page.Entries[1].Resource?.NotUnderstood);
        Assert.Equal("implicitRules", Assert.Single(page.Entries[1].Resource!.Contained).NotUnderstood);
    }
}
