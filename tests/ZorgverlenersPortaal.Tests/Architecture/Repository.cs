namespace ZorgverlenersPortaal.Tests.Architecture;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path under the root.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The product's source files of one project; what a build made is left out.</summary>
    public static IReadOnlyList<string> Sources(string project) =>
    [
        .. Directory.EnumerateFiles(Path("src", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{System.IO.Path.DirectorySeparatorChar}obj{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{System.IO.Path.DirectorySeparatorChar}bin{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains("node_modules", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "ZorgverlenersPortaal.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests run outside a checkout.");
    }
}
