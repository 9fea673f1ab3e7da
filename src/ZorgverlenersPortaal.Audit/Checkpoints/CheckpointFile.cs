using System.Text;

namespace ZorgverlenersPortaal.Audit.Checkpoints;

/// <summary>The checkpoints of one node, a JSON line each; only ever added to.</summary>
internal static class CheckpointFile
{
    private const int LongestLine = 4096;

    /// <summary>
    /// The whole lines; text after the last line end is one that is being written, or was when the power went.
    /// Throws IOException when the file cannot be read; a missing file has no lines.
    /// </summary>
    public static IReadOnlyList<string> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n');
        return lines[..^1];
    }

    /// <summary>Adds a line and returns when it is on the disk; a half line left by an earlier fault is cut first.</summary>
    public static void Append(string path, string line)
    {
        // WriteThrough, because .NET 10 hides the errors of a flush afterwards (dotnet pal_io.c, SystemNative_FSync).
        using var file = new FileStream(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, FileOptions.WriteThrough);
        file.SetLength(EndOfLastLine(file));
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
    }

    private static long EndOfLastLine(FileStream file)
    {
        var tail = new byte[Math.Min(LongestLine, file.Length)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf((byte)'\n');
        return end >= 0 || file.Length <= LongestLine
            ? file.Length - tail.Length + end + 1
            : throw new IOException($"{file.Name} is not a file of checkpoints.");
    }
}
