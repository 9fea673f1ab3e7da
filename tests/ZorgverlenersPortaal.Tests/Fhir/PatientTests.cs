using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class PatientTests
{
    [Fact]
    public void Read_NlCorePatient_GivesWhatIsShown()
    {
        var patient = FhirText.Read<Patient>("""
            {"resourceType":"Patient","id":"p1","active":true,"gender":"female","birthDate":"1956-07-08","deceasedBoolean":false,
             "identifier":[{"use":"official","system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"999911120"},
                           {"system":"http://fhir.nl/fhir/NamingSystem/bsn","_value":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}}],
             "name":[{"use":"official","text":"Test Voorbeeld"}],"telecom":[{"system":"phone","value":"+31600000000","use":"home"}],
             "address":[{"use":"home","line":["Voorbeeldstraat 1"],"postalCode":"1234 AB","city":"Teststad","text":"Voorbeeldstraat 1, Teststad"}],
             "generalPractitioner":[{"reference":"PractitionerRole/gp1","type":"PractitionerRole","display":"Huisarts Test"},
                                    {"type":"Practitioner","identifier":{"system":"http://fhir.nl/fhir/NamingSystem/agb-z","value":"01001234"}}],
             "link":[{"other":{"reference":"Patient/p0"},"type":"replaces"}],
             "contact":[{"name":{"text":"not shown"}}],"multipleBirthBoolean":false}
            """);

        Assert.True(patient.Active);
        Assert.Equal("female", patient.Gender);
        Assert.Equal(new DateOnly(1956, 7, 8), patient.BirthDate?.Day);
        Assert.False(patient.IsDeceased);
        Assert.Equal(new Identifier("http://fhir.nl/fhir/NamingSystem/bsn", "999911120", "official"), patient.Identifiers[0]);
        Assert.Null(patient.Identifiers[1].Value);
        Assert.Equal("masked", patient.Identifiers[1].ValueAbsentReason);
        Assert.Equal("Test Voorbeeld", Assert.Single(patient.Names).Show);
        Assert.Equal(new ContactPoint("phone", "+31600000000", "home"), Assert.Single(patient.Telecom));
        Assert.Equal("1234 AB", Assert.Single(patient.Addresses).PostalCode);
        Assert.Equal("PractitionerRole/gp1", patient.GeneralPractitioners[0].Reference);
        Assert.Equal("01001234", patient.GeneralPractitioners[1].Identifier?.Value);
        Assert.Equal(new PatientLink(new FhirReference("Patient/p0", Type: null, Identifier: null, Display: null), "replaces"), Assert.Single(patient.Links));
        Assert.Null(patient.NotUnderstood);
    }

    [Fact]
    public void Read_BirthDateWithOnlyAReason_GivesTheReason()
    {
        var patient = FhirText.Read<Patient>("""
            {"resourceType":"Patient","_birthDate":{"id":"x","extension":[{"url":"http://other","valueString":"no"},
              {"valueCode":"unknown","url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason"}]}}
            """);

        Assert.Null(patient.BirthDate);
        Assert.Equal("unknown", patient.BirthDateAbsentReason);
    }

    [Theory]
    [InlineData("\"deceasedBoolean\":true", true)]
    [InlineData("\"deceasedDateTime\":\"2024\"", true)]
    [InlineData("\"deceasedBoolean\":false", false)]
    [InlineData("\"gender\":\"male\"", false)]
    public void IsDeceased_EitherForm_IsRead(string part, bool isDeceased) =>
        Assert.Equal(isDeceased, FhirText.Read<Patient>($$"""{"resourceType":"Patient",{{part}}}""").IsDeceased);

    [Fact]
    public void R10_UseThatCannotBeRead_DropsTheItemAndIsNotUnderstood()
    {
        var patient = FhirText.Read<Patient>("""
            {"resourceType":"Patient","name":[{"use":7,"text":"old?"},{"text":"now"}],"identifier":[{"use":[],"value":"1"},{"use":"old","value":"2"}],
             "telecom":[{"use":{},"value":"1"}],"address":[{"use":null,"city":"Oud"}]}
            """);

        Assert.Equal("use is malformed", patient.NotUnderstood);
        Assert.Equal("now", Assert.Single(patient.Names).Text);
        Assert.Equal("old", Assert.Single(patient.Identifiers).Use);
        Assert.Empty(patient.Telecom);
        Assert.Empty(patient.Addresses);
    }
}
