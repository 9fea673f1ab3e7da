namespace ZorgverlenersPortaal.Tests.EpdSandbox.Storage;

/// <summary>
/// A fact that needs the published FHIR examples beside the project, and is skipped, saying so, where they are not.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedExamplesFactAttribute : FactAttribute
{
    public SharedExamplesFactAttribute()
    {
        if (Folder is null)
        {
            Skip = "needs the published examples in ../shared/fhir-data/dev, beside the project; they are not there";
        }
    }

    internal static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ZorgverlenersPortaal.sln")))
            {
                var examples = Path.Combine(folder.FullName, "..", "shared", "fhir-data", "dev");
                return Directory.Exists(examples) ? Path.GetFullPath(examples) : null;
            }
        }

        return null;
    }
}
