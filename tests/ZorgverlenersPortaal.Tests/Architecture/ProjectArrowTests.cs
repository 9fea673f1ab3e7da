using System.Reflection;

namespace ZorgverlenersPortaal.Tests.Architecture;

/// <summary>The arrows between the projects (DESIGN §2), read off the compiled assemblies.</summary>
public class ProjectArrowTests
{
    private const string Ours = "ZorgverlenersPortaal.";

    [Theory]
    [InlineData("Uzi")]
    [InlineData("Fhir")]
    [InlineData("Audit")]
    [InlineData("EpdSandbox")]
    [InlineData("Dossier", "Fhir", "Audit")]
    [InlineData("Portal", "Dossier", "Audit", "Uzi")]
    public void Reference_OtherThanTheArrowsOfTheHouse_IsNotThere(string project, params string[] allowed)
    {
        var used = References(project).Where(name => name.StartsWith(Ours, StringComparison.Ordinal)).Select(name => name[Ours.Length..]);
        Assert.Empty(used.Except(allowed));
    }

    [Theory]
    [InlineData("Uzi")]
    [InlineData("Fhir")]
    public void Reference_ToAnythingButTheBaseLibrary_IsNotThere(string project) =>
        Assert.DoesNotContain(References(project), name => !name.StartsWith("System.", StringComparison.Ordinal) && name != "netstandard");

    [Theory]
    [InlineData("Audit")]
    [InlineData("Dossier")]
    public void Reference_ToTheWebFramework_IsNotThere(string project) =>
        Assert.DoesNotContain(References(project), name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static IEnumerable<string> References(string project) =>
        Assembly.Load(Ours + project).GetReferencedAssemblies().Select(name => name.Name!);
}
