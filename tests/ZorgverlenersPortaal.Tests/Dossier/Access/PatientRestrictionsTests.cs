using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>Records that the hospital restricts as a whole.</summary>
public sealed class PatientRestrictionsTests
{
    private const string V3 = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    [Theory]
    [InlineData(null, null, SensitivityLevel.EmergencyOnly, null)]
    [InlineData("V", null, SensitivityLevel.EmergencyOnly, "EmergencyOnly Patient/p1/1")]
    [InlineData(null, ProtectionKind.OwnStaff, SensitivityLevel.EmergencyOnly, "EmergencyOnly protection/")]
    [InlineData(null, ProtectionKind.PublicFigure, SensitivityLevel.Closed, "Closed protection/")]
    [InlineData("V", ProtectionKind.OwnStaff, SensitivityLevel.Closed, "Closed protection/")]
    [InlineData(null, ProtectionKind.OwnStaff, SensitivityLevel.Open, null)]
    // An objection is no restriction of the hospital: it is told apart.
    [InlineData(null, ProtectionKind.PatientWish, SensitivityLevel.Closed, null)]
    public async Task Find_ByLabelAndList_GivesTheStrictestAsAFact(string? label, ProtectionKind? listed, SensitivityLevel policy, string? expected)
    {
        await using var dossier = await TestDossier.StartAsync(access: new() { Sensitivity = new() { ListedPatients = policy } });
        if (listed is { } kind)
        {
            Assert.Equal(ProtectionOutcome.Done, await dossier.Get<PatientProtections>().AddAsync(new() { Kind = kind, PatientId = "p1", Reason = "x" }, TestStaff.Noor));
        }

        var fact = await dossier.Get<PatientRestrictions>().FindAsync(Some.Patient().Labelled((V3, label ?? "N")).As<Patient>(), default);

        Assert.Equal(expected is null, fact is null);
        Assert.StartsWith(expected ?? "", fact is null ? "" : $"{fact.Value} {fact.Source}", StringComparison.Ordinal);
        Assert.Equal("restriction", fact?.Name ?? "restriction");
    }
}
