using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

/// <summary>A part that repeats is made once. What one property may pass over may not be passed over in the next.</summary>
public class SharingTests
{
    [Fact]
    public void Read_SameReferenceTwice_IsOneObject()
    {
        var condition = Read("""{"resourceType":"Condition","subject":{"reference":"Patient/1"},"recorder":{"reference":"Patient/1"},"asserter":{"reference":"Patient/2"}}""");

        Assert.Same(condition.Subject, condition.Recorder);
        Assert.Equal("Patient/2", condition.Asserter?.Reference);
    }

    [Fact]
    public void Read_SameBytesOfAnotherKind_AreReadAsThatKind()
    {
        var condition = Read("""{"resourceType":"Condition","code":{"display":"in woorden"},"subject":{"display":"in woorden"}}""");

        Assert.Equal((null, "in woorden"), (condition.Code?.Show, condition.Subject?.Display));
    }

    [Fact]
    public void R10_FaultThatDidNotMatterAtFirst_StillMattersTheSecondTime()
    {
        const string odd = """{"reference":["Patient/1"],"display":"x"}""";

        Assert.Equal("subject is malformed", Read($$"""{"resourceType":"Condition","recorder":{{odd}},"subject":{{odd}} }""").NotUnderstood);
    }

    [Fact]
    public void R10_ModifierExtensionInARepeatedPart_IsNotUnderstoodInEach()
    {
        const string entry = """{"resource":{"resourceType":"Condition","subject":{"reference":"Patient/1","modifierExtension":[{"url":"urn:x"}]}}}""";
        var bundle = FhirText.Read<Bundle>($$"""{"resourceType":"Bundle","entry":[{{entry}},{{entry}}]}""");

        Assert.All(bundle.Entries, one => Assert.Equal("unknown modifierExtension urn:x", one.Resource?.NotUnderstood));
    }

    private static Condition Read(string json) => FhirText.Read<Condition>(json);
}
