using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>What a label closes.</summary>
public class SensitivityPolicyTests
{
    private const string V3 = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    public static TheoryData<string?, string?, bool, bool> Labels => new()
    {
        { V3, "N", true, true },
        { V3, "R", false, true },
        { V3, "r", false, true },
        { "urn:oid:2.16.840.1.113883.5.25", "R", false, true },
        { V3, "V", false, false },
        { null, "V", false, false },
        { null, "R", false, true },
        { "http://elsewhere.example/labels", "V", true, true },
        // What cannot be read is not the same as "free to show".
        { V3, null, false, false },
        { null, null, false, false },
    };

    [Theory]
    [MemberData(nameof(Labels))]
    public void Shows_ALabelledDiagnosis_ByThePolicy(string? system, string? code, bool isShown, bool isShownInEmergency)
    {
        var condition = Some.Condition().Labelled((system, code)).As();
        var policy = new SensitivityPolicy(new());

        Assert.Equal((isShown, isShownInEmergency), (policy.Shows(condition, isEmergency: false), policy.Shows(condition, isEmergency: true)));
    }

    [Fact]
    public void Shows_SeveralLabels_TheStrictestCounts()
    {
        var policy = new SensitivityPolicy(new());

        Assert.False(policy.Shows(Some.Condition().Labelled((V3, "N"), (V3, "V"), (V3, "R")).As(), isEmergency: true));
        Assert.True(policy.Shows(Some.Condition().Labelled((V3, "N"), (V3, "R")).As(), isEmergency: true));
    }

    [Fact]
    public void Shows_ALabelOfTheHospital_AndNoneBySetting()
    {
        var own = new SensitivityPolicy(new() { EmergencyOnly = { "http://hospital.example/labels|psychiatrie" }, Closed = { "None" } });
        var none = new SensitivityPolicy(new() { EmergencyOnly = { "None" }, Closed = { "None" } });

        Assert.False(own.Shows(Some.Condition().Labelled(("http://hospital.example/labels", "psychiatrie")).As(), isEmergency: false));
        Assert.True(own.Shows(Some.Condition().Labelled((V3, "V")).As(), isEmergency: false));
        Assert.True(none.Shows(Some.Condition().Labelled((V3, "V"), (null, null)).As(), isEmergency: false));
        Assert.Equal((true, false), (own.MayHide, none.MayHide));
    }

    [Theory]
    [InlineData("R")]
    [InlineData("V")]
    [InlineData(null)]
    public void R7_Label_OnDirectiveOrAllergy_IsNeverHidden(string? code)
    {
        var policy = new SensitivityPolicy(new() { Closed = { V3 + "|R", V3 + "|V" } });

        foreach (var resource in (JsonObject[])[Some.Consent(), Some.Allergy()])
        {
            Assert.True(policy.Shows(resource.Labelled((V3, code)).As(), isEmergency: false));
        }
    }

    [Theory]
    [InlineData("v3-Confidentiality", "V", SensitivityLevel.EmergencyOnly)]
    [InlineData("v3-ActCode", "CEL", SensitivityLevel.EmergencyOnly)]
    [InlineData("v3-ActCode", "EMP", SensitivityLevel.EmergencyOnly)]
    [InlineData("v3-Confidentiality", "R", SensitivityLevel.Open)]
    [InlineData("v3-Confidentiality", "N", SensitivityLevel.Open)]
    public void OfPatient_ByLabel_RestrictsTheWholeRecord(string system, string code, SensitivityLevel level) => Assert.Equal(
        level, new SensitivityPolicy(new()).OfPatient(Some.Patient().Labelled(("http://terminology.hl7.org/CodeSystem/" + system, code)).As<Patient>()));

    [Fact]
    public void R13_Faults_NameTheKeyAndTheMend()
    {
        var options = new SensitivityOptions { Closed = { "V" }, EmergencyOnly = { "None", V3 + "|R" }, ListedPatients = (SensitivityLevel)7 };

        Assert.Collection(
            options.Faults(),
            fault => Assert.StartsWith("Access:Sensitivity:EmergencyOnly: 'None'", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("Access:Sensitivity:Closed: 'V'", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("Access:Sensitivity:ListedPatients", fault, StringComparison.Ordinal));
        Assert.Empty(new AccessOptions().Faults());
    }
}
