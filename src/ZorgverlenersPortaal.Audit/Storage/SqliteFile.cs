using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>Asks SQLite whether its open file is still the one under its name.</summary>
internal static partial class SqliteFile
{
    private const int HasMovedQuestion = 20; // SQLITE_FCNTL_HAS_MOVED, sqlite.org/c3ref/c_fcntl_begin_atomic_write.html

    /// <summary>
    /// True when the file was renamed, removed or replaced. In WAL mode SQLite itself does not look, and would go on
    /// committing into a file that nobody will ever find again.
    /// </summary>
    public static bool HasMoved(SqliteConnection connection)
    {
        var handle = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        var code = FileControl(handle.DangerousGetHandle(), "main", HasMovedQuestion, out var moved);
        return code != SQLitePCL.raw.SQLITE_OK || moved != 0;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int FileControl(nint database, string name, int operation, out int answer);
}
