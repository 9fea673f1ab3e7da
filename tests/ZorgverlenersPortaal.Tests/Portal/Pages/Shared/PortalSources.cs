namespace ZorgverlenersPortaal.Tests.Portal.Pages.Shared;

/// <summary>The portal's own source files, for tests that read markup instead of running it.</summary>
internal static class PortalSources
{
    /// <summary>Path and text of every file below a folder of the portal whose name ends in <paramref name="extension"/>.</summary>
    public static IEnumerable<(string Path, string Text)> Read(string folder, string extension) =>
        Directory.EnumerateFiles(Path.Combine(Root(), folder), "*" + extension, SearchOption.AllDirectories)
            .Where(path => !Made(path))
            .Select(path => (path, File.ReadAllText(path)));

    private static bool Made(string path) =>
        path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules");

    // From the test's output upwards: the compiler's own paths are rewritten in CI builds.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ZorgverlenersPortaal.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "src", "ZorgverlenersPortaal.Portal");
    }
}
