using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Portal.Backup;

/// <summary>Copies what the portal keeps on its disk: the accounts, the trail's files of every node and the checkpoints.</summary>
internal static class BackupCopy
{
    public const string Accounts = "portal.db";
    public const string Trail = "trail";
    public const string Checkpoints = "checkpoints";
    private const int Tries = 200;
    private const string TrailFile = "*.trail.db";
    private const string CheckpointFile = "*.checkpoints";

    /// <summary>
    /// Copies into an empty folder, also while portals write. Checkpoints go first: one that is newer than the copied trail would make
    /// the copy look cut.
    /// </summary>
    public static void Make(BackupPlaces from, BackupPlaces to)
    {
        foreach (var folder in (string[])[Path.GetDirectoryName(to.Accounts)!, to.Trail, to.Checkpoints!])
        {
            MakePrivate(folder);
        }
        foreach (var file in from.Checkpoints is { } checkpoints && Directory.Exists(checkpoints) ? Directory.EnumerateFiles(checkpoints, CheckpointFile) : [])
        {
            CopyLines(file, Path.Combine(to.Checkpoints!, Path.GetFileName(file)));
        }
        Copy(from.Accounts, to.Accounts);
        CopyTrail(from.Trail, to.Trail);
    }

    /// <summary>Takes away what <see cref="Make"/> made where nothing was before: half a copy is patients' data that nobody looks after.</summary>
    public static void Undo(BackupPlaces to)
    {
        File.Delete(to.Accounts);
        foreach (var file in new[] { (to.Trail, TrailFile), (to.Checkpoints!, CheckpointFile) }.Where(place => Directory.Exists(place.Item1)).SelectMany(place => Directory.GetFiles(place.Item1, place.Item2)))
        {
            File.Delete(file);
        }
    }

    /// <summary>
    /// The newest file of each node first, until no newer one was begun meanwhile: then the others are sealed and whole, and the newest is
    /// one that is not (docs/adr/0043).
    /// </summary>
    private static void CopyTrail(string from, string to)
    {
        List<string> newest;
        List<string> all;
        for (var left = Tries; ; left--)
        {
            all = List(from);
            newest = [.. all.GroupBy(Node, StringComparer.Ordinal).Select(node => node.MaxBy(Segment)!)];
            newest.ForEach(file => Copy(Path.Combine(from, file), Path.Combine(to, file)));
            if (List(from).SequenceEqual(all, StringComparer.Ordinal))
            {
                break;
            }
            newest.ForEach(file => File.Delete(Path.Combine(to, file)));
            if (left == 1)
            {
                throw new BackupException($"The trail in {from} began a new file at each of {Tries} tries to copy it; Audit:SegmentRecords is too low for what is written.");
            }
        }
        all.Except(newest, StringComparer.Ordinal).ToList().ForEach(file => Copy(Path.Combine(from, file), Path.Combine(to, file)));
    }

    private static List<string> List(string folder) => [.. Directory.EnumerateFiles(folder, TrailFile).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Node(string file) => file.Split('.')[0];

    private static int Segment(string file) => int.TryParse(file.Split('.')[1], CultureInfo.InvariantCulture, out var number) ? number : 1;

    /// <summary>SQLite's own copying: one state of the file, whoever writes meanwhile.</summary>
    private static void Copy(string from, string to)
    {
        using (File.Open(to, Private(FileMode.CreateNew)))
        {
        }
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWrite);
        source.BackupDatabase(target);
        // One file, without a log beside it.
        using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Whole lines: the last may be being written.</summary>
    private static void CopyLines(string from, string to)
    {
        var text = File.ReadAllText(from);
        using var file = new StreamWriter(File.Open(to, Private(FileMode.CreateNew)));
        file.Write(text[..(text.LastIndexOf('\n') + 1)]);
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var isNew = !Directory.Exists(folder);
        Directory.CreateDirectory(folder, ownerOnly);
        if (!isNew && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            File.SetUnixFileMode(folder, ownerOnly);
        }
    }

    /// <summary>For a file that only its owner can read.</summary>
    public static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return options;
    }
}
