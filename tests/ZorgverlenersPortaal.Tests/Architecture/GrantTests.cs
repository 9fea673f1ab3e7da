using System.Reflection;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Past;
using ZorgverlenersPortaal.Dossier.Sections.Review;

namespace ZorgverlenersPortaal.Tests.Architecture;

/// <summary>R1: a grant can be made only where it is decided, and the compiler says so.</summary>
public class GrantTests
{
    /// <summary>Inaccessible; no such constructor; no such member: all that the compiler lets another assembly know.</summary>
    private static readonly string[] _closed = ["CS0122", "CS1729", "CS1061"];

    [Fact]
    public void R1_UseThatIsAllowed_Compiles() => Assert.Empty(Compilations.ErrorsOf("""
        using ZorgverlenersPortaal.Dossier; using ZorgverlenersPortaal.Dossier.Access; using ZorgverlenersPortaal.Dossier.Sections;
        class Page { async Task<PatientBanner?> Get(AccessControl access, DossierReader reader, Visit visit) =>
            (await access.OpenAsync(visit, "1", default)).Grant is { } grant ? await reader.OpenAsync(reader.Start(grant, default)) : null; }
        """));

    [Theory]
    [InlineData("new ZorgverlenersPortaal.Dossier.Access.PatientGrant(null!, null!, null!, null!)")]
    [InlineData("new ZorgverlenersPortaal.Dossier.Access.ListGrant(null!, null!, null!, null!, null!)")]
    [InlineData("new ZorgverlenersPortaal.Dossier.Access.ReviewGrant(null!, null!, null!, null!)")]
    [InlineData("new ZorgverlenersPortaal.Dossier.Access.ExplanationGrant(null!, null!, null!)")]
    [InlineData("new ZorgverlenersPortaal.Dossier.Explanations.LookDesk(null!, null!, default, default, null!)")]
    [InlineData("new ZorgverlenersPortaal.Dossier.Access.ReviewDesk(null!)")]
    [InlineData("new ZorgverlenersPortaal.Dossier.TreatmentRelations.RelationProbe(\"1\", null!, \"2\", \"3\")")]
    [InlineData("new ZorgverlenersPortaal.Dossier.Access.PatientGrant.Decider(null!, null!, null!, null!, null!)")]
    [InlineData("new ZorgverlenersPortaal.Dossier.Sections.Letters.OpenedLetter((\"1\", \"2\"), null!, \"3\")")]
    [InlineData("default(ZorgverlenersPortaal.Dossier.Epd.IEpd)")]
    [InlineData("((ZorgverlenersPortaal.Dossier.Access.PatientGrant)null!).Patient")]
    public void R1_GrantOrDoorMadeOutsideTheDossier_DoesNotCompile(string expression) =>
        Assert.Contains(Compilations.ErrorsOf($"class Page {{ object? Get() => {expression}; }}"), error => _closed.Contains(error));

    [Theory]
    [InlineData("new PatientGrant(null!, null!, null!, null!)")]
    [InlineData("new ListGrant(null!, null!, null!, null!, null!)")]
    [InlineData("new ReviewGrant(null!, null!, null!, null!)")]
    [InlineData("new ExplanationGrant(null!, null!, null!)")]
    [InlineData("new TreatmentRelations.RelationProbe(\"1\", null!, \"2\", \"3\")")]
    [InlineData("new EmergencyAccess.IdentityProbe(null!, null!, null!, null!)")]
    public void R1_GrantMadeElsewhereInsideTheDossier_DoesNotCompile(string expression)
    {
        const string Project = "ZorgverlenersPortaal.Dossier";
        var sources = Repository.Sources(Project).Select(path => (path, File.ReadAllText(path)));
        var elsewhere = $"namespace ZorgverlenersPortaal.Dossier.Access; internal class Elsewhere {{ object Get() => {expression}; }}";
        var errors = Compilations.Of(Project, sources.Append(("Elsewhere.cs", elsewhere)), without: Project)
            .GetDiagnostics().Where(d => d.Location.SourceTree?.FilePath == "Elsewhere.cs").Select(d => d.Id);
        Assert.Contains("CS0122", errors);
    }

    [Fact]
    public void R1_GrantOfOnesOwn_DoesNotCompile() => Assert.NotEmpty(Compilations.ErrorsOf(
        "class Mine : ZorgverlenersPortaal.Dossier.Epd.EpdGrant { }"));

    [Fact]
    public void R1_KindsOfGrant_AreTheOnesOfTheDesign()
    {
        var kinds = typeof(EpdGrant).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(EpdGrant))).Select(t => t.Name);
        Assert.Equal(["ExplanationGrant", "IdentityProbe", "ListGrant", "PatientGrant", "RelationProbe", "ReviewGrant"], kinds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void R1_EveryGrant_HasOnlyPrivateConstructorsAndANestedDecider()
    {
        foreach (var kind in typeof(EpdGrant).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(EpdGrant))))
        {
            Assert.True(kind.IsSealed);
            Assert.All(kind.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), c => Assert.True(c.IsPrivate));
            Assert.Contains(kind.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic), t => t.Name is "Decider" or "Lookup");
        }
    }

    [Fact]
    public void R1_EveryPublicReadOfTheDossier_TakesAGrant()
    {
        Type[] readers = [typeof(DossierReader), typeof(LetterReader), typeof(PatientListReader), typeof(PastReader), typeof(ReviewReader), typeof(FactsReader)];
        var reads = readers.SelectMany(r => r.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly));
        Assert.All(reads, read => Assert.Contains(read.GetParameters(), p =>
            p.ParameterType.IsSubclassOf(typeof(EpdGrant)) || p.ParameterType == typeof(RecordReading)));
        Assert.All(typeof(IEpd).GetMethods(), read => Assert.Equal(typeof(EpdGrant), read.GetParameters()[0].ParameterType));
    }
}
