using System.Globalization;
using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>The files of a node's trail, and the grammar that keeps a node name from being a path.</summary>
internal static partial class TrailFiles
{
    public const string DatabaseSuffix = ".trail.db";
    public const string CheckpointSuffix = ".checkpoints";

    /// <summary>The file of a segment: <c>NODE.trail.db</c> for the first, <c>NODE.2.trail.db</c> for the one after.</summary>
    public static string Database(string folder, string node, int segment = 1) => Path.Combine(
        folder, segment == 1 ? node + DatabaseSuffix : string.Create(CultureInfo.InvariantCulture, $"{node}.{segment}{DatabaseSuffix}"));

    public static string Lock(string folder, string node) => Path.Combine(folder, node + ".lock");

    public static string Checkpoints(string folder, string node) => Path.Combine(folder, node + CheckpointSuffix);

    /// <summary>The segments of a node's trail that are there, the oldest first; empty when it has none.</summary>
    public static IReadOnlyList<TrailSegment> Segments(string folder, string node) =>
    [
        .. All(folder)
            .Where(file => file.Node == node)
            .Select(file => new TrailSegment(file.Segment, Database(folder, node, file.Segment)))
            .OrderBy(segment => segment.Number),
    ];

    /// <summary>The nodes that have a trail in the folder, in ordinal order.</summary>
    public static IEnumerable<string> Nodes(string folder) => All(folder).Select(file => file.Node).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The nodes that have checkpoints in the folder, in ordinal order.</summary>
    public static IEnumerable<string> Sworn(string folder) => Directory
        .EnumerateFiles(folder, "*" + CheckpointSuffix)
        .Select(file => Path.GetFileName(file)[..^CheckpointSuffix.Length])
        .Where(IsNode)
        .Order(StringComparer.Ordinal);

    public static bool IsNode(string name) => NodeName().IsMatch(name);

    private static IEnumerable<(string Node, int Segment)> All(string folder) => Directory
        .EnumerateFiles(folder, "*" + DatabaseSuffix)
        .Select(file => DatabaseName().Match(Path.GetFileName(file)))
        .Where(match => match.Success)
        .Select(match => (match.Groups["node"].Value, match.Groups["segment"] is { Success: true } segment ? int.Parse(segment.ValueSpan, CultureInfo.InvariantCulture) : 1));

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,40}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NodeName();

    // Never 1 or 0 and no zero before it: one name for one segment.
    [GeneratedRegex(@"\A(?<node>[A-Za-z0-9-]{1,40})(\.(?<segment>[2-9]|[1-9][0-9]{1,5}))?\.trail\.db\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DatabaseName();
}
