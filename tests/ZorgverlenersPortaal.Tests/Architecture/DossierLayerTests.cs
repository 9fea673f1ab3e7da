using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ZorgverlenersPortaal.Tests.Architecture;

/// <summary>Inside the Dossier a room may use any room below it, never one above (DESIGN §2).</summary>
public class DossierLayerTests
{
    private const string Project = "ZorgverlenersPortaal.Dossier";

    private static readonly Dictionary<string, int> _floors = new(StringComparer.Ordinal)
    {
        ["Sections"] = 5,
        ["Explanations"] = 5,
        ["Access"] = 4,
        ["Review"] = 4,
        ["TreatmentRelations"] = 3,
        ["Delegations"] = 3,
        ["EmergencyAccess"] = 3,
        ["Consents"] = 3,
        ["Remembered"] = 3,
        // Below its neighbours of DESIGN §2: who hands over and who receives are accounts.
        ["Accounts"] = 2,
        ["Epd"] = 1,
        ["Maintenance"] = 3,
        ["Storage"] = 1,
        ["State"] = 1,
        // The words themselves: Visit, CareProvider, AgbCode.
        [""] = 0,
    };

    [Fact]
    public void Use_OfARoomAbove_IsNotThere()
    {
        var sources = Repository.Sources(Project).Select(path => (path, File.ReadAllText(path)));
        var compilation = Compilations.Of(Project, sources, without: Project);
        var upward = compilation.SyntaxTrees
            .Where(tree => Path.GetFileName(tree.FilePath) is not ("usings.cs" or "DossierServices.cs" or "DossierOptions.cs"))
            .SelectMany(tree => Upward(tree, compilation.GetSemanticModel(tree)))
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(upward);
    }

    [Fact]
    public void Room_WithoutAFloor_IsNotThere()
    {
        var rooms = Directory.EnumerateDirectories(Repository.Path("src", Project)).Select(Path.GetFileName).Except(["bin", "obj"]);
        Assert.Empty(rooms.Except(_floors.Keys));
    }

    private static IEnumerable<string> Upward(SyntaxTree tree, SemanticModel model)
    {
        var room = Room(Path.GetDirectoryName(Path.GetRelativePath(Repository.Path("src", Project), tree.FilePath))!.Split(Path.DirectorySeparatorChar)[0]);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var used = model.GetSymbolInfo(name).Symbol?.ContainingNamespace?.ToDisplayString() ?? "";
            if (used.StartsWith(Project, StringComparison.Ordinal) && used.Length > Project.Length
                && Room(used[(Project.Length + 1)..].Split('.')[0]) is var other && other != room && _floors[other] >= _floors[room])
            {
                yield return $"{Path.GetFileName(tree.FilePath)}: {name.Identifier.Text} of {other} is not below {room}";
            }
        }
    }

    private static string Room(string folder) => _floors.ContainsKey(folder) ? folder : throw new InvalidOperationException($"The room {folder} has no floor.");
}
