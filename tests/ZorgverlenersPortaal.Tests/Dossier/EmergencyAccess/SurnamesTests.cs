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
    [InlineData("van den Berg", "van den Berg|Berg|van Berg")]
    [InlineData("  Berg ", "Berg|van Berg|van de Berg")]
    [InlineData("vanden Berg", "vanden Berg|van vanden Berg|van de vanden Berg")]
    [InlineData("van", "van|van van|van de van")]
    public void Asked_AnyName_IsAskedAsTypedWithoutAPrefixAndWithTheUsualOnes(string typed, string asked) =>
        Assert.StartsWith(asked + "|", string.Join('|', Surnames.Asked(typed)) + "|", StringComparison.Ordinal);

    [Theory]
    [InlineData("Berg")]
    [InlineData("van der Berg")]
    [InlineData("van den Berg")]
    public void Asked_PrefixTypedOrAnotherOrNot_FindsTheNameWhereverTheEpdKeepsIt(string typed)
    {
        foreach (var kept in new[] { "Berg", "van der Berg", "Van den Berg", "in 't Berg" })
        {
            Assert.Contains(Surnames.Asked(typed), asked => kept.StartsWith(asked, StringComparison.OrdinalIgnoreCase));
            Assert.True(Surnames.Match(typed, Patient(kept)));
        }
    }

    [Fact]
    public void R16_Asked_AnyName_OneQuestionOfTheSameSizeThatFitsAnAddress()
    {
        Assert.InRange(Surnames.Asked("van den Berg").Count - Surnames.Asked("Berg").Count, 0, 1);
        Assert.All(Enumerable.Range(1, 200), length => Assert.InRange(string.Join(',', Surnames.Asked(new string('a', length))).Length, 0, 2500));
    }

    private static Patient Patient(string family, string use = "official") => (Patient)FhirJson.Read(Encoding.UTF8.GetBytes(
        Some.Patient().With(p => p["name"] = new JsonArray(new JsonObject { ["use"] = use, ["family"] = family, ["given"] = new JsonArray("Johanna") })).ToJsonString()));
}
