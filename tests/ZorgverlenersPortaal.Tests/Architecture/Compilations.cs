using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ZorgverlenersPortaal.Tests.Architecture;

/// <summary>Compiles C# in a test, with everything the tests themselves can see as reference.</summary>
internal static class Compilations
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly Lazy<IReadOnlyList<MetadataReference>> _references = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>Sources as an assembly of their own, which sees only what is public elsewhere.</summary>
    public static CSharpCompilation Of(string assembly, IEnumerable<(string Path, string Text)> sources, string? without = null)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        return CSharpCompilation.Create(
            assembly,
            sources.Append(("usings.cs", ImplicitUsings)).Select(source => CSharpSyntaxTree.ParseText(source.Item2, options, source.Item1)),
            _references.Value.Where(r => without is null || Path.GetFileNameWithoutExtension(r.Display) != without),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The codes of the errors a few lines of the Portal would give.</summary>
    public static IReadOnlyList<string> ErrorsOf(string text) =>
        [.. Of("ZorgverlenersPortaal.Portal.Imagined", [("imagined.cs", text)]).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).Distinct()];
}
