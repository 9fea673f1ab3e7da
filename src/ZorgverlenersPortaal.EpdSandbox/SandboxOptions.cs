using System.Globalization;

namespace ZorgverlenersPortaal.EpdSandbox;

/// <summary>
/// What the command line asks for. There is no other configuration: no file and no environment variable.
/// </summary>
public sealed record SandboxOptions
{
    /// <summary>The fixed default seed: the same seed, count and day give the same hospital.</summary>
    public const long DefaultSeed = 20260101;

    public int Port { get; init; } = 8090;

    public int Patients { get; init; } = 400;

    public long Seed { get; init; } = DefaultSeed;

    public string? DataFolder { get; init; }

    public bool Synthetic { get; init; } = true;

    public bool Live { get; init; }

    public int LiveSeconds { get; init; } = 5;

    public int DelayMilliseconds { get; init; }

    public bool BigLetters { get; init; }

    public bool Help { get; init; }

    public static string HelpText =>
        """
            epd-sandbox: a made-up Dutch hospital that answers FHIR R4 on http://127.0.0.1:PORT/fhir

              --port N           port on the loopback address (default 8090; 0 takes a free one)
              --patients N       number of made-up patients, 20 to 50000 (default 400)
              --seed N           seed of the made-up data (fixed default); same seed, same patients
              --data DIR         also serve the FHIR JSON under DIR: resources, Bundles, .ndjson
              --no-synthetic     no made-up patients, only those of --data
              --live             admissions, transfers and discharges happen while it runs
              --live-seconds N   seconds between two of those (default 5; implies --live)
              --delay MS         answer every FHIR request MS milliseconds later
              --big-letters      one letter of 20 MB among the others
              --help             this text
            """;

    /// <summary>
    /// Reads the arguments; throws <see cref="SandboxUsageException"/> naming the first one that is wrong.
    /// </summary>
    public static SandboxOptions Parse(IReadOnlyList<string> args)
    {
        var options = new SandboxOptions();
        var left = new Queue<string>(args);
        while (left.TryDequeue(out var name))
        {
            options = Apply(options, name, left);
        }

        return (options.Synthetic, options.DataFolder, options.Live) switch
        {
            (false, null, _) => throw new SandboxUsageException(
                "--no-synthetic leaves nothing to serve; name a folder with --data DIR"),
            (false, _, true) => throw new SandboxUsageException(
                "--live moves the made-up patients; leave out --no-synthetic"),
            _ => options,
        };
    }

    private static SandboxOptions Apply(SandboxOptions options, string name, Queue<string> left) =>
        name switch
        {
            "--port" => options with { Port = Number(name, left, 0, 65535) },
            "--patients" => options with { Patients = Number(name, left, 20, 50_000) },
            "--seed" => options with { Seed = Number(name, left, 0, int.MaxValue) },
            "--data" => options with { DataFolder = Value(name, left) },
            "--no-synthetic" => options with { Synthetic = false },
            "--live" => options with { Live = true },
            "--live-seconds" => options with { Live = true, LiveSeconds = Number(name, left, 1, 86_400) },
            "--delay" => options with { DelayMilliseconds = Number(name, left, 0, 600_000) },
            "--big-letters" => options with { BigLetters = true },
            "--help" or "-h" => options with { Help = true },
            _ => throw new SandboxUsageException($"unknown argument {name}; --help lists them all"),
        };

    private static string Value(string name, Queue<string> left) =>
        left.TryDequeue(out var value)
            ? value
            : throw new SandboxUsageException($"{name} needs a value; --help says which");

    private static int Number(string name, Queue<string> left, int least, int most)
    {
        var text = Value(name, left);
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : throw new SandboxUsageException($"{name} must be a whole number from {least} to {most}, not {text}");
    }
}
