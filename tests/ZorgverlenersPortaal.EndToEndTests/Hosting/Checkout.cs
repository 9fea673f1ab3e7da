namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>Where things stand in this checkout: the programs as they were built, the scripts, the folder for pictures.</summary>
internal static class Checkout
{
    private static readonly string _configuration =
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Git-ignored; one folder per journey.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The content root of the portal: pages' assets stand beside the sources.</summary>
    public static string PortalFolder => Path.Combine(Root, "src", "ZorgverlenersPortaal.Portal");

    /// <summary>The assembly of a program, of the same configuration as these tests; throws when it was not built.</summary>
    public static string Program(string name)
    {
        var file = Path.Combine(Root, "src", $"ZorgverlenersPortaal.{name}", "bin", _configuration, "net10.0", $"ZorgverlenersPortaal.{name}.dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"Build the solution first ({_configuration}): there is no {file}.");
    }

    /// <summary>A folder that stands beside the project on some machines, or null.</summary>
    public static string? Shared(string name)
    {
        var folder = Path.Combine(Root, "..", "shared", name);
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ZorgverlenersPortaal.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new DirectoryNotFoundException("These tests stand in no checkout."));
}
