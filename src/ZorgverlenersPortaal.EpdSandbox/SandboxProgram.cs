using System.Globalization;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox;

internal static class SandboxProgram
{
    // Not top-level statements: those would make a second public class Program beside the portal's in the tests.
    private static async Task<int> Main(string[] args)
    {
        try
        {
            if (SandboxOptions.Parse(args).Help)
            {
                Console.WriteLine(SandboxOptions.HelpText);
                return 0;
            }

            await using var app = SandboxApplication.Create(args);
            Report(app.Services.GetRequiredService<LoadReport>());
            await app.StartAsync();
            Console.WriteLine("READY epd-sandbox " + SandboxApplication.BaseAddress(app));
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (SandboxUsageException fault)
        {
            await Console.Error.WriteLineAsync("epd-sandbox: " + fault.Message);
            return 2;
        }
        catch (IOException fault)
        {
            // Kestrel's message already names the address and that it is in use.
            await Console.Error.WriteLineAsync(
                "epd-sandbox: " + fault.Message + " Choose another with --port N, or --port 0.");
            return 1;
        }
    }

    private static void Report(LoadReport report)
    {
        foreach (var (file, reason) in report.Skipped)
        {
            Console.WriteLine($"skipped {file}: {reason}");
        }

        if (report.Files > 0)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"loaded {report.Resources} resources from {report.Files} files"));
        }
    }
}
