using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>Opens a trail for reading only: one that is being written, lies still, or is on a read-only disk.</summary>
internal static class ReadOnlyTrail
{
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            TrailSchema.IsEmpty(connection);
            return connection;
        }
        catch (SqliteException fault) when (
            fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_CANTOPEN && File.Exists(path) && !File.Exists(path + "-wal"))
        {
            // WAL needs a shared-memory file beside the database. No log means no writer: a copy on a read-only disk.
            connection.Dispose();
            return OpenImmutable(path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection OpenImmutable(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }
}
