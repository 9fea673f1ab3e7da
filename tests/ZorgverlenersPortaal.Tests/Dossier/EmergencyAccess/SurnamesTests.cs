using System.Text;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.EmergencyAccess;

public sealed class SurnamesTests
{
    [Theory]
    [InlineData("Öztürk", "Ozturk")]
    [InlineData("ozturk", "Öztürk")]
    [InlineData("Berg", "van den Berg")]
    [InlineData("van den Berg", "Berg")]
    [InlineData("VAN DEN BERG", "van den Berg")]
    [InlineData("Velden-Bakker", "Velden Bakker")]
    [InlineData("'t Hart", "t Hart")]
    [InlineData("d'Ancona", "d’Ancona")]
    [InlineData("van", "van")]
    public void Match_TheSameName_IsFound(string typed, string family) => Assert.True(Surnames.Match(typed, Patient(family)));

    [Theory]
    [InlineData("Ber", "Berg")]
    [InlineData("Berg", "Bergman")]
    [InlineData("Berg", "Berg-Smit")]
    [InlineData("Smit", "Berg-Smit")]
    [InlineData("van den", "van den Berg")]
    [InlineData("", "Berg")]
    [InlineData("%", "Berg")]
    [InlineData("Johanna", "Berg")]
    public void Match_APartOrAnother_IsNot(string typed, string family) => Assert.False(Surnames.Match(typed, Patient(family)));

    [Fact]
    public void Match_OldName_IsNot() => Assert.False(Surnames.Match("Berg", Patient("Berg", "old")));

    [Theory]
    [InlineData("van den Berg", "van den Berg|Berg")]
    [InlineData("  Berg ", "Berg")]
    [InlineData("van", "van")]
    public void Asked_WithAPrefix_IsAskedWithoutItToo(string typed, string asked) => Assert.Equal(asked, string.Join('|', Surnames.Asked(typed)));

    private static Patient Patient(string family, string use = "official") => (Patient)FhirJson.Read(Encoding.UTF8.GetBytes(
        Some.Patient().With(p => p["name"] = new JsonArray(new JsonObject { ["use"] = use, ["family"] = family, ["given"] = new JsonArray("Johanna") })).ToJsonString()));
}
