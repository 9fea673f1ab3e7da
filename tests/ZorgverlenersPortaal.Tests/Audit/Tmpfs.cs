using System.Diagnostics;
using System.Globalization;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>A small disk in memory that can be filled up; needs root and the right to mount.</summary>
internal sealed class Tmpfs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tmpfs-");

    public Tmpfs(int megabytes)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
        if (Run("mount", "-t", "tmpfs", "-o", size, "tmpfs", Path) != 0)
        {
            _folder.Delete();
            throw new InvalidOperationException("A tmpfs could not be mounted.");
        }
    }

    public string Path => _folder.FullName;

    public void FillUp()
    {
        using var ballast = new FileStream(Ballast, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                ballast.Write(page);
            }
        }
        catch (IOException)
        {
            // full, as meant
        }
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Path);

    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", Path);
        _folder.Delete();
    }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
