using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class HumanNameTests
{
    private const string FamilyParts = """
        {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/humanname-own-prefix","valueString":"van"},
                      {"url":"http://hl7.org/fhir/StructureDefinition/humanname-own-name","valueString":"Putten"},
                      {"url":"http://hl7.org/fhir/StructureDefinition/humanname-partner-prefix","valueString":"van der"},
                      {"url":"http://hl7.org/fhir/StructureDefinition/humanname-partner-name","valueString":"Giessen"}]}
        """;

    private const string Initial = """{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier","valueCode":"IN"}]}""";
    private const string FirstName = """{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier","valueCode":"BR"}]}""";

    [Fact]
    public void Read_NlCoreName_GivesItsParts()
    {
        var name = Read($$"""
            {"use":"official","_given":[{{FirstName}},{{Initial}},null,{{Initial}}],"given":["Johanna","P.",null,"M."],
             "family":"van Putten-van der Giessen","_family":{{FamilyParts}},"prefix":["dr."],"suffix":["MSc"]}
            """);

        Assert.Equal("official", name.Use);
        Assert.Equal(["Johanna"], name.Given);
        Assert.Equal("P.M.", name.Initials);
        Assert.Equal(("van", "Putten", "van der", "Giessen"), (name.OwnPrefix, name.OwnName, name.PartnerPrefix, name.PartnerName));
        Assert.Equal(["dr."], name.Prefix);
        Assert.Equal(["MSc"], name.Suffix);
        Assert.Equal("Johanna van Putten-van der Giessen", name.Show);
    }

    [Theory]
    [InlineData("""{"text":"Jo van Putten","family":"Putten","given":["Jo"]}""", "Jo van Putten")]
    [InlineData("""{"family":"Putten","given":["Jo","Petra"]}""", "Jo Petra Putten")]
    [InlineData("""{"given":["Jo"]}""", "Jo")]
    [InlineData("""{"family":"Putten"}""", "Putten")]
    [InlineData("""{"use":"usual"}""", null)]
    public void Show_TakesTextFirst(string json, string? shown) => Assert.Equal(shown, Read(json).Show);

    [Fact]
    public void Read_OnlyInitials_ShowsThem() =>
        Assert.Equal("B.A. van Galen", Read($$"""{"family":"van Galen","given":["B.","A."],"_given":[{{Initial}},{{Initial}}]}""").Show);

    [Fact]
    public void Read_FamilyMasked_GivesTheReason() =>
        Assert.Equal("masked", Read("""{"_family":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}}""").FamilyAbsentReason);

    private static HumanName Read(string name) =>
        Assert.Single(FhirText.Read<Practitioner>($$"""{"resourceType":"Practitioner","name":[{{name}}]}""").Names);
}
