using System.Globalization;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// How many connections this machine's file handles allow. .NET ends the whole process, with "Out of memory", when a thread cannot get
/// one (H156): whoever opens a thousand connections would stop the portal where a process may have 1,024. So there are fewer of them.
/// </summary>
internal static class ConnectionLimit
{
    private const int Most = 5000;

    // Files of database and trail, their connections, Redis, the runtime's own.
    private const int Reserved = 256;

    // A page asks the EPD several things at once, each on a connection of its own under HTTP/1.1.
    private const int HandlesEach = 4;

    /// <summary>Connections at once.</summary>
    public static int Here { get; } = Of(File.Exists("/proc/self/limits") ? File.ReadAllText("/proc/self/limits") : "");

    /// <summary>The same for what Linux says of a process (proc_pid_limits(5)); the most where it says nothing.</summary>
    public static int Of(string limits)
    {
        var words = limits.Split('\n').FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal))?
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is { Length: > 3 } && long.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out var handles)
            ? (int)Math.Clamp((handles - Reserved) / HandlesEach, 32, Most)
            : Most;
    }

    /// <summary>What to say at start; null when there are handles enough.</summary>
    public static string? Fault => Here == Most ? null
        : string.Create(CultureInfo.InvariantCulture, $"file handles allow {Here} connections of {Most}: give the service LimitNOFILE=32768");
}
