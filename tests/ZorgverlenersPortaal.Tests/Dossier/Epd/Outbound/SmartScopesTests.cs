using ZorgverlenersPortaal.Dossier.Epd.Outbound;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd.Outbound;

public sealed class SmartScopesTests
{
    [Theory]
    [InlineData("system/Patient.rs", "system/Patient.rs", true)]
    [InlineData("system/Patient.rs", "system/Patient.read", true)]
    [InlineData("system/Patient.read", "system/Patient.rs", true)]
    [InlineData("system/Patient.rs", "system/Patient.cruds", true)]
    [InlineData("system/Patient.rs", "system/Patient.*", true)]
    [InlineData("system/Patient.rs", "system/*.rs", true)]
    [InlineData("system/Patient.rs", "system/*.*", true)]
    [InlineData("system/Patient.rs", "system/Patient.r system/Patient.s", true)]
    [InlineData("system/Observation.rs?category=lab", "system/Observation.rs?category=lab", true)]
    [InlineData("system/Observation.rs?category=lab", "system/Observation.rs", true)]
    [InlineData("online", "online", true)]
    [InlineData("system/Patient.rs", "", false)]
    [InlineData("system/Patient.rs", "system/Patient.r", false)]
    [InlineData("system/Patient.rs", "system/Patient.write", false)]
    [InlineData("system/Patient.rs", "user/Patient.rs patient/Patient.rs", false)]
    [InlineData("system/Patient.rs", "system/patient.rs", false)]
    [InlineData("system/Patient.rs", "system/Practitioner.rs", false)]
    [InlineData("system/Patient.rs", "system/Patient.rs?name=a", false)]
    [InlineData("system/Patient.rs", "system/Patient.rsx", false)]
    [InlineData("system/Patient.rs", "system/Patient.", false)]
    [InlineData("system/*.rs", "system/Patient.rs", false)]
    [InlineData("online", "offline", false)]
    public void Missing_AskedAgainstGranted_IsEmptyOnlyWhenCovered(string asked, string granted, bool covered) =>
        Assert.Equal(covered, SmartScopes.Missing([asked], SmartScopes.Effective([asked], granted.Split(' '))).Count == 0);

    [Fact]
    public void Default_Scopes_ReadAndSearchAndNothingElse() => Assert.All(SmartScopes.Default, scope => Assert.EndsWith(".rs", scope, StringComparison.Ordinal));

    [Theory]
    [InlineData("system/Observation.r", 'r', true)]
    [InlineData("system/Observation.r", 's', false)]
    [InlineData("system/*.s", 's', true)]
    [InlineData("system/Patient.rs", 's', false)]
    public void Allows_TypeAndPermission_AsGranted(string granted, char permission, bool allowed) =>
        Assert.Equal(allowed, SmartScopes.Allows([granted], "Observation", permission));
}
