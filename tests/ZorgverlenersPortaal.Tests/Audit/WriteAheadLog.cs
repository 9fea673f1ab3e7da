using System.Buffers.Binary;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>Counts commits in a write-ahead log: frames that hold the size of the database (sqlite.org/fileformat2.html §4.1).</summary>
internal static class WriteAheadLog
{
    private const int Header = 32;
    private const int FrameHeader = 24;
    private const int Page = 4096;

    public static int Commits(string database)
    {
        using var file = new FileStream(database + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var log = new byte[file.Length];
        file.ReadExactly(log);
        var commits = 0;
        for (var frame = Header; frame + FrameHeader + Page <= log.Length; frame += FrameHeader + Page)
        {
            commits += BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(frame + 4)) != 0 ? 1 : 0;
        }

        return commits;
    }
}
