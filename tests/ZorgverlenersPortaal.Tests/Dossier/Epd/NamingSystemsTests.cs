using System.Text;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

public sealed class NamingSystemsTests
{
    [Theory]
    [InlineData("http://fhir.nl/fhir/NamingSystem/bsn", "999900018", null, "999900018")]
    [InlineData("urn:oid:2.16.840.1.113883.2.4.6.3", " 999900018 ", null, "999900018")]
    [InlineData("http://fhir.nl/fhir/NamingSystem/bsn", "10000008", null, "010000008")]
    [InlineData("http://fhir.nl/fhir/NamingSystem/bsn", "999900018", "old", null)]
    [InlineData("http://fhir.nl/fhir/NamingSystem/bsn", "999900019", null, null)]
    [InlineData("http://hospital.example/mrn", "999900018", null, null)]
    public void BsnOf_AsWritten_IsReadOnlyFromItsSystem(string system, string value, string? use, string? expected)
    {
        var identifier = Some.Identifier(system, value);
        if (use is not null)
        {
            identifier["use"] = use;
        }
        var patient = (Patient)FhirJson.Read(Encoding.UTF8.GetBytes(Some.Patient().With(p => p["identifier"] = new JsonArray(identifier)).ToJsonString()));

        Assert.Equal(expected, NamingSystems.BsnOf(patient)?.Value);
    }

    [Fact]
    public void AgbToken_LeadingZero_AsksEverySpellingInBothSystems() => Assert.Equal(
        "http://fhir.nl/fhir/NamingSystem/agb-z|01234567,urn:oid:2.16.840.1.113883.2.4.6.1|01234567,"
        + "http://fhir.nl/fhir/NamingSystem/agb-z|1234567,urn:oid:2.16.840.1.113883.2.4.6.1|1234567",
        NamingSystems.AgbToken(AgbCode.TryRead("1234567")!));
}
