using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>The files of a node's trail, and the grammar that keeps a node name from being a path.</summary>
internal static partial class TrailFiles
{
    public const string DatabaseSuffix = ".trail.db";
    public const string CheckpointSuffix = ".checkpoints";

    public static string Database(string folder, string node) => Path.Combine(folder, node + DatabaseSuffix);

    public static string Lock(string folder, string node) => Path.Combine(folder, node + ".lock");

    public static string Checkpoints(string folder, string node) => Path.Combine(folder, node + CheckpointSuffix);

    /// <summary>The nodes that have a file with this suffix in the folder, in ordinal order.</summary>
    public static IEnumerable<string> Nodes(string folder, string suffix) => Directory
        .EnumerateFiles(folder, "*" + suffix)
        .Select(file => Path.GetFileName(file)[..^suffix.Length])
        .Where(IsNode)
        .Order(StringComparer.Ordinal);

    public static bool IsNode(string name) => NodeName().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,40}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NodeName();
}
