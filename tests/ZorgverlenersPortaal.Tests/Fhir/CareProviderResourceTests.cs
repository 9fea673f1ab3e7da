using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class CareProviderResourceTests
{
    [Fact]
    public void Read_Practitioner_GivesNumbersAndNames()
    {
        var doctor = FhirText.Read<Practitioner>("""
            {"resourceType":"Practitioner","active":false,"identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/agb-z","value":"6020806"}],"name":[{"text":"dr. Test"}]}
            """);

        Assert.False(doctor.Active);
        Assert.Equal("6020806", Assert.Single(doctor.Identifiers).Value);
        Assert.Equal("dr. Test", Assert.Single(doctor.Names).Show);
    }

    [Fact]
    public void Read_PractitionerRole_GivesWhoWhereAndWhen()
    {
        var role = FhirText.Read<PractitionerRole>("""
            {"resourceType":"PractitionerRole","active":true,"period":{"start":"2020","end":"2021-06"},"practitioner":{"reference":"Practitioner/1"},
             "organization":{"reference":"Organization/2"},"code":[{"text":"Huisarts"}],"specialty":[{"text":"Huisartsgeneeskunde"}],
             "identifier":[{"value":"x"}],"telecom":[{"system":"phone","value":"050"}]}
            """);

        Assert.True(role.Active);
        Assert.Equal(("2020", "2021-06"), (role.Period?.Start?.Text, role.Period?.End?.Text));
        Assert.Equal(("Practitioner/1", "Organization/2"), (role.Practitioner?.Reference, role.Organization?.Reference));
        Assert.Equal(("Huisarts", "Huisartsgeneeskunde"), (role.Codes[0].Show, role.Specialties[0].Show));
        Assert.Equal(("x", "050"), (role.Identifiers[0].Value, role.Telecom[0].Value));
    }

    [Fact]
    public void Read_OrganizationAndLocation_GiveNameAndPhone()
    {
        var practice = FhirText.Read<Organization>("""{"resourceType":"Organization","active":true,"name":"Praktijk","identifier":[{"value":"01"}],"telecom":[{"value":"050"}]}""");
        var ward = FhirText.Read<Location>("""{"resourceType":"Location","status":"active","name":"3 West","telecom":[{"value":"051"}],"physicalType":{"text":"Afdeling"}}""");

        Assert.Equal((true, "Praktijk", "01", "050"), (practice.Active, practice.Name, practice.Identifiers[0].Value, practice.Telecom[0].Value));
        Assert.Equal(("active", "3 West", "051", "Afdeling"), (ward.Status, ward.Name, ward.Telecom[0].Value, ward.PhysicalType?.Show));
    }
}
