using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A server program of the system, on a port and in a folder of its own; stopped by its own process.</summary>
internal sealed class ServerProgram : IDisposable
{
    private readonly Process _process;

    private ServerProgram(Process process) => _process = process;

    /// <summary>Where the program is, or null: Debian keeps some where only root looks.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Concat(PostgreSqlFolders)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> PostgreSqlFolders => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(folder => folder, StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
        : [];

    /// <summary>Starts and waits until it takes connections.</summary>
    public static async Task<ServerProgram> StartAsync(string name, int port, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(name)!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await IsOpenAsync(port))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{name} ended: {string.Join('\n', await said)}");
            }
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return new ServerProgram(process);
    }

    /// <summary>Sends a signal to this process alone.</summary>
    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The same to this process and its children.</summary>
    public void SignalTree(string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {_process.Id} $(cat /proc/{_process.Id}/task/{_process.Id}/children)"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static async Task<bool> IsOpenAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
