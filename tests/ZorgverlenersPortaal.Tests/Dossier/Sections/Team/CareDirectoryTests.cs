using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Team;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Team;

public sealed class CareDirectoryTests
{
    private static readonly Uri _base = new("https://epd.example.nl/fhir/");
    private static readonly DateTimeOffset _now = new FakeClock().GetUtcNow();

    [Theory]
    [InlineData("PractitionerRole/role-s1", "PractitionerRole/role-s1")]
    [InlineData("https://epd.example.nl/fhir/Organization/o/_history/2", "Organization/o")]
    [InlineData("https://elsewhere.example/fhir/Practitioner/x", "")]
    [InlineData("Patient/p2", "")]
    [InlineData("CareTeam/t2", "")]
    [InlineData("Practitioner/../Patient", "")]
    public void Missing_NothingIsThere_IsOnlyWhatMayBeAsked(string reference, string missing) =>
        Assert.Equal(missing, string.Join(' ', Directory().Missing(Reference(reference), Owner())));

    [Fact]
    public void Missing_RoleIsThere_IsWhatItPointsAt() =>
        Assert.Equal(["Practitioner/prac-s1", "Organization/hospital"], Directory(SomeTeam.Specialist()[1]).Missing(Reference("PractitionerRole/role-s1"), Owner()));

    [Fact]
    public void Missing_RoleContainedInTheOwner_IsWhatItPointsAt()
    {
        var owner = SomeTeam.Team().With(t => t["contained"] = new JsonArray(Some.Role("r", "Practitioner/x"))).As<CareTeam>();

        Assert.Equal(["Practitioner/x", "Organization/practice1"], Directory().Missing(Reference("#r"), owner));
    }

    [Fact]
    public void Missing_RolesInARing_Ends() =>
        Assert.Empty(Directory(Some.Role("a", "PractitionerRole/b").With(r => r["organization"] = Some.Ref("PractitionerRole/c"))).Missing(Reference("PractitionerRole/a"), Owner()));

    [Theory]
    [InlineData("Dr. A. Hart", "Ziekenhuis", "Dr. A. Hart, Ziekenhuis")]
    [InlineData("Dr. A. Hart, Ziekenhuis", "Ziekenhuis", "Dr. A. Hart, Ziekenhuis")]
    [InlineData(null, "Ziekenhuis", "Ziekenhuis")]
    [InlineData(null, null, null)]
    public void Full_NameAndOrganization_AreSaidOnce(string? name, string? organization, string? full) =>
        Assert.Equal(full, new DirectoryEntry(name, Organization: organization).Full);

    private static CareDirectory Directory(params JsonObject[] entries) => new(entries.Select(e => e.As()), _base, _now);

    private static FhirReference Reference(string reference) => new(reference, null, null, null);

    private static CareTeam Owner() => SomeTeam.Team().As<CareTeam>();
}
