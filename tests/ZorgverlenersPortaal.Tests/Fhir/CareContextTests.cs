using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class CareContextTests
{
    [Fact]
    public void Read_RelatedPerson_GivesWhoAndHowToReach()
    {
        var person = FhirText.Read<RelatedPerson>("""
            {"resourceType":"RelatedPerson","id":"r1","active":true,"patient":{"reference":"Patient/1"},"relationship":[{"text":"Eerste contactpersoon"},{"text":"Dochter"}],
             "name":[{"use":"official","text":"J. Voorbeeld"}],"telecom":[{"system":"phone","value":"+31600000000","use":"mobile"}],
             "address":[{"city":"Teststad"}],"period":{"start":"2020"}}
            """);

        Assert.True(person.Active);
        Assert.Equal("Patient/1", person.PatientReference?.Reference);
        Assert.Equal(["Eerste contactpersoon", "Dochter"], person.Relationships.Select(relationship => relationship.Show));
        Assert.Equal(("J. Voorbeeld", "+31600000000", "Teststad", "2020"), (person.Names[0].Show, person.Telecom[0].Value, person.Addresses[0].City, person.Period?.Start?.Text));
    }

    [Fact]
    public void Read_EpisodeOfCare_GivesNameProblemAndTime()
    {
        var episode = FhirText.Read<EpisodeOfCare>("""
            {"resourceType":"EpisodeOfCare","extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-EpisodeOfCare.EpisodeOfCareName","valueString":"gestoorde glucose"}],
             "status":"active","type":[{"text":"Ketenzorg"}],"diagnosis":[{"condition":{"reference":"Condition/1"}},{"rank":2}],"patient":{"reference":"Patient/1"},
             "managingOrganization":{"display":"Ziekenhuis"},"period":{"start":"2014-04-05"},"careManager":{"display":"dr. Test"}}
            """);

        Assert.Equal(("active", "gestoorde glucose", "Ketenzorg"), (episode.Status, episode.Name, episode.Types[0].Show));
        Assert.Equal("Condition/1", Assert.Single(episode.Diagnoses).Reference);
        Assert.Equal(("Patient/1", "Ziekenhuis", "2014-04-05", "dr. Test"), (episode.PatientReference?.Reference, episode.ManagingOrganization?.Display, episode.Period?.Start?.Text, episode.CareManager?.Display));
    }

    [Fact]
    public void Read_FlagThatIsAProblem_GivesTheProblem()
    {
        var flag = FhirText.Read<Flag>("""
            {"resourceType":"Flag","extension":[{"url":"urn:other"},{"url":"http://hl7.org/fhir/StructureDefinition/flag-detail","valueReference":{"reference":"Condition/2"}}],
             "status":"inactive","category":[{"coding":[{"system":"http://loinc.org","code":"75323-6"}]}],
             "code":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"not-applicable"}]},
             "subject":{"reference":"Patient/1"},"period":{"start":"2012-09-15","end":"2012-12-30"},"author":{"display":"dr. Test"}}
            """);

        Assert.Equal(("inactive", "Condition/2", "Patient/1"), (flag.Status, flag.Detail?.Reference, flag.PatientReference?.Reference));
        Assert.True(flag.Categories[0].Has("http://loinc.org", "75323-6"));
        Assert.True(flag.Code!.Has("http://terminology.hl7.org/CodeSystem/data-absent-reason", "not-applicable"));
        Assert.Equal(("2012-12-30", "dr. Test"), (flag.Period?.End?.Text, flag.Author?.Display));
    }

    [Fact]
    public void Read_CareTeam_GivesMembersAndRoles()
    {
        var team = FhirText.Read<CareTeam>("""
            {"resourceType":"CareTeam","status":"active","name":"Behandelteam","category":[{"text":"Opname"}],"subject":{"reference":"Patient/1"},"period":{"start":"2024"},
             "participant":[{"role":[{"text":"Huisarts"}],"member":{"reference":"PractitionerRole/1"},"onBehalfOf":{"reference":"Organization/1"},"period":{"end":"2025"}},{}],
             "telecom":[{"value":"050"}]}
            """);

        Assert.Equal(("active", "Behandelteam", "Opname", "Patient/1"), (team.Status, team.Name, team.Categories[0].Show, team.PatientReference?.Reference));
        Assert.Equal(2, team.Participants.Count);
        var member = team.Participants[0];
        Assert.Equal(("Huisarts", "PractitionerRole/1", "Organization/1", "2025"), (member.Roles[0].Show, member.Member?.Reference, member.OnBehalfOf?.Reference, member.Period?.End?.Text));
        Assert.Equal(("2024", "050"), (team.Period?.Start?.Text, team.Telecom[0].Value));
    }
}
