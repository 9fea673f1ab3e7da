using System.Collections.Concurrent;

namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>Everything that every portal of this test run wrote to stdout and stderr (R6 is judged over all of it).</summary>
internal static class PortalLogs
{
    private static readonly ConcurrentQueue<RunningProgram> _portals = new();

    /// <summary>The lines so far.</summary>
    public static IEnumerable<string> Lines => _portals.SelectMany(portal => portal.Lines);

    /// <summary>A portal that has just started.</summary>
    public static void Add(RunningProgram portal) => _portals.Enqueue(portal);
}
