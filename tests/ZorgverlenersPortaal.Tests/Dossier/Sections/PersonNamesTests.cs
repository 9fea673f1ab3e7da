using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("""[{"use":"official","family":"Bakker","given":["Johanna","Maria"]}]""", "Bakker, J.M.")]
    [InlineData("""[{"family":"Bakker"}]""", "Bakker")]
    [InlineData("""[{"family":"Bakker","given":["J."]}]""", "Bakker, J.")]
    [InlineData("""[{"text":"Johanna Bakker"}]""", "Johanna Bakker")]
    [InlineData("[]", "naam onbekend")]
    [InlineData("""[{"given":["Johanna"]}]""", "naam onbekend")]
    [InlineData("""[{"use":"old","family":"Oud"},{"use":"official","family":"Nieuw"}]""", "Nieuw")]
    [InlineData("""[{"use":"usual","given":["Hanneke"]},{"use":"official","family":"Bakker","given":["Johanna"]}]""", "Bakker, J.")]
    [InlineData("""[{"use":"old","family":"Oud"}]""", "Oud")]
    [InlineData("""[{"family":"Bakker","given":["𝒥ohanna"]}]""", "Bakker, 𝒥.")] // two units of UTF-16
    [InlineData("""[{"family":"Bakker","given":["E\u0301lise"]}]""", "Bakker, E\u0301.")] // letter and accent apart
    [InlineData("""[{"family":"Bakker","given":[""]}]""", "Bakker")]
    public void ForList_NameAsWritten_IsSurnameFirst(string names, string expected) => Assert.Equal(expected, PersonNames.ForList(Names(names)));

    [Theory]
    [InlineData("van der Velden", "van der", "Velden", null, null, "Velden, J. van der")]
    [InlineData("Velden", null, "Velden", null, null, "Velden, J.")]
    [InlineData("van der Velden-Bakker", null, "Bakker", "van der", "Velden", "Velden-Bakker, J. van der")]
    [InlineData("de Wit-van der Velden", "de", "Wit", "van der", "Velden", "Wit-van der Velden, J. de")]
    [InlineData("Bakker-van der Velden", null, "Bakker", "van der", "Velden", "Bakker-van der Velden, J.")]
    public void ForList_Prefix_GoesToTheBack(string family, string? ownPrefix, string ownName, string? partnerPrefix, string? partnerName, string expected)
    {
        const string Hl7 = "http://hl7.org/fhir/StructureDefinition/humanname-";
        var parts = new[] { ("own-prefix", ownPrefix), ("own-name", ownName), ("partner-prefix", partnerPrefix), ("partner-name", partnerName) }
            .Where(p => p.Item2 is not null)
            .Select(p => new JsonObject { ["url"] = Hl7 + p.Item1, ["valueString"] = p.Item2 });
        var name = new JsonArray(new JsonObject
        {
            ["family"] = family,
            ["_family"] = new JsonObject { ["extension"] = new JsonArray([.. parts]) },
            ["given"] = new JsonArray("Johanna"),
        });

        Assert.Equal(expected, PersonNames.ForList(Names(name.ToJsonString())));
    }

    [Theory]
    [InlineData("""[{"use":"usual","given":["Hanneke"]},{"use":"official","family":"Bakker","given":["Johanna"]}]""", "Hanneke")]
    [InlineData("""[{"use":"official","family":"Bakker","given":["J.","Maria"]}]""", "Maria")]
    [InlineData("""[{"use":"official","family":"Bakker","given":["J."]}]""", null)]
    [InlineData("[]", null)]
    public void CallName_IsAWholeFirstName(string names, string? expected) => Assert.Equal(expected, PersonNames.CallName(Names(names)));

    private static IReadOnlyList<HumanName> Names(string json) => Some.Patient().With(p => p["name"] = JsonNode.Parse(json)).As<Patient>().Names;
}
