using System.Diagnostics;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The portal's program, run as an administrator would.</summary>
internal static class PortalProgram
{
    /// <summary>Runs a command to its end, with settings as --Section:Key=Value.</summary>
    public static Task<(int Exit, string Output, string Errors)> RunAsync(IEnumerable<KeyValuePair<string, string>> settings, params string[] words) =>
        RunAsync(settings, new Dictionary<string, string?>(), words);

    /// <summary>The same with an environment of its own; null takes a variable away.</summary>
    public static Task<(int Exit, string Output, string Errors)> RunAsync(
        IEnumerable<KeyValuePair<string, string>> settings, IReadOnlyDictionary<string, string?> environment, params string[] words) =>
        RunUnderAsync([], settings, environment, words);

    /// <summary>The same, started by another program that these words name with its arguments.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunUnderAsync(
        string[] under, IEnumerable<KeyValuePair<string, string>> settings, IReadOnlyDictionary<string, string?> environment, params string[] words)
    {
        string[] arguments =
        [
            .. under, "dotnet", Path.Combine(AppContext.BaseDirectory, "ZorgverlenersPortaal.Portal.dll"), .. words, .. settings.Select(s => $"--{s.Key}={s.Value}"),
        ];
        var start = new ProcessStartInfo(arguments[0], arguments[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Sandbox", ["ASPNETCORE_ENVIRONMENT"] = "Sandbox" },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
