using System.Collections.Concurrent;
using System.Diagnostics;

namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>A real program as a process of its own, everything it says, and its end by its own process and no other.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;
    private readonly string _name;

    private RunningProgram(string name, Process process)
    {
        _name = name;
        _process = process;
        // Also when the test host is stopped halfway, nothing is left running.
        AppDomain.CurrentDomain.ProcessExit += OnHostExit;
    }

    /// <summary>What it wrote to stdout and stderr so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Only after it ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts it. Variables come on top of this process's own; null takes one away.</summary>
    public static RunningProgram Start(string name, string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }
        var process = new Process { StartInfo = start };
        var program = new RunningProgram(name, process);
        process.OutputDataReceived += program.Heard;
        process.ErrorDataReceived += program.Heard;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Runs to its end and gives everything it said; throws when the exit code is another than expected.</summary>
    public static async Task<IReadOnlyCollection<string>> RunAsync(
        string name, string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, int expected = 0)
    {
        await using var program = Start(name, file, arguments, environment);
        await program.EndedAsync();
        return program.ExitCode == expected
            ? program.Lines
            : throw new InvalidOperationException($"{name} ended with {program.ExitCode}:\n{string.Join('\n', program.Lines)}");
    }

    /// <summary>Waits for a line that holds a text; throws with all it said when it ends without.</summary>
    public Task<string> SaysAsync(string text) => Until.FoundAsync(
        () => Task.FromResult(_lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal))
            ?? (_process.HasExited ? throw new InvalidOperationException($"{_name} ended:\n{string.Join('\n', _lines)}") : null)),
        $"{_name} to say '{text}'");

    /// <summary>Waits until it ended by itself.</summary>
    public async Task EndedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await _process.WaitForExitAsync(patience.Token);
    }

    /// <summary>As kill -9: no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop (SIGTERM), and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (_process.HasExited)
        {
            return;
        }
        using (var kill = Process.Start("bash", ["-c", $"kill -TERM {_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }
        try
        {
            await EndedAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (TimeoutException)
        {
            await KillAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnHostExit;
        await StopAsync();
        _process.Dispose();
    }

    private void Heard(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            _lines.Enqueue(line.Data);
        }
    }

    private void OnHostExit(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }
}
