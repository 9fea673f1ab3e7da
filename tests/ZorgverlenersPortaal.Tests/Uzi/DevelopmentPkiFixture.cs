using System.Diagnostics;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>certs-dev/make-certs, run once into a folder of its own.</summary>
public sealed class DevelopmentPkiFixture : IDisposable
{
    private readonly Lazy<string> _made;

    public DevelopmentPkiFixture() => _made = new Lazy<string>(() =>
    {
        var (exit, text) = MakeCerts("--out", Folder);
        Assert.True(exit == 0, text);
        return Folder;
    });

    private string Folder { get; } = Directory.CreateTempSubdirectory("zvp-certs-").FullName;

    /// <summary>The folder, made when first asked for.</summary>
    public string Made => _made.Value;

    public static (int Exit, string Text) MakeCerts(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Root(), "certs-dev", "make-certs"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, text);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ZorgverlenersPortaal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("ZorgverlenersPortaal.sln is not above the tests");
    }
}
