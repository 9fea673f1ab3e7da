using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Portal.Backup;

/// <summary>Copies what the portal keeps on its disk: the accounts, the trail's files of every node and the checkpoints.</summary>
internal static class BackupCopy
{
    public const string Accounts = "portal.db";
    public const string Trail = "trail";
    public const string Checkpoints = "checkpoints";
    private const string TrailFile = "*.trail.db";
    private const string CheckpointFile = "*.checkpoints";

    /// <summary>
    /// Copies into an empty folder, also while portals write. Checkpoints go first: one that is newer than the copied trail would make
    /// the copy look cut. Gives how many files of the trail there were.
    /// </summary>
    public static int Make(BackupPlaces from, BackupPlaces to)
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
        var files = Directory.EnumerateFiles(from.Trail, TrailFile).Order(StringComparer.Ordinal).ToList();
        files.ForEach(file => Copy(file, Path.Combine(to.Trail, Path.GetFileName(file))));
        return files.Count;
    }

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
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return options;
    }
}
