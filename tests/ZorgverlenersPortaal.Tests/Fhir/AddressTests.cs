using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class AddressTests
{
    private const string Parts = """
        {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-houseNumber","valueString":"15"},
                      {"url":"http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-buildingNumberSuffix","valueString":"A 2e"},
                      {"url":"http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-streetName","valueString":"Dorpsstraat"},
                      {"url":"http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-additionalLocator","valueString":"to"}]}
        """;

    [Theory]
    [InlineData("\"line\":[\"Dorpsstraat 15\"],\"_line\":[" + Parts + "]", new[] { "Dorpsstraat 15" })]
    [InlineData("\"_line\":[" + Parts + "]", new[] { "Dorpsstraat to 15 A 2e" })]
    [InlineData("\"_line\":[null," + Parts + "],\"line\":[\"Huize Rust\",null]", new[] { "Huize Rust", "Dorpsstraat to 15 A 2e" })]
    [InlineData("\"line\":[7,\"\"],\"_line\":{}", new string[0])]
    public void Read_LineAndItsParts_BecomeOneLine(string json, string[] lines)
    {
        var patient = FhirText.Read<Patient>($$"""{"resourceType":"Patient","address":[{{{json}},"city":"Ons Dorp"}]}""");

        Assert.Equal(lines, Assert.Single(patient.Addresses).Lines);
    }
}
