namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Example data that may stand beside the project (../shared); the tests that need it say so when it is not there.</summary>
internal static class SharedData
{
    /// <summary>The folder, or null when it is missing.</summary>
    public static string? Root { get; } = Find();

    /// <summary>The FHIR example files under a folder of fhir-data; empty when it is missing.</summary>
    public static IEnumerable<string> FhirFiles(string folder)
    {
        var path = Root is null ? null : Path.Combine(Root, "fhir-data", folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => file.EndsWith(".json", StringComparison.Ordinal) || file.EndsWith(".json.gz", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
            : [];
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ZorgverlenersPortaal.sln")))
            {
                var shared = Path.Combine(folder.FullName, "..", "shared");
                return Directory.Exists(shared) ? Path.GetFullPath(shared) : null;
            }
        }
        return null;
    }
}
