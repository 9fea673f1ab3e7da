using System.Globalization;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>One open segment of a trail, to add records to; thrown away after the first fault, never mended.</summary>
internal sealed class TrailConnection : IDisposable
{
    private readonly string _node;
    private readonly SqliteConnection _connection;
    private readonly RecordHash _hash;
    private readonly TrailInsert _insert;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;

    private TrailConnection(string node, SqliteConnection connection)
    {
        _node = node;
        _connection = connection;
        _hash = new RecordHash(node);
        _insert = new TrailInsert(connection, _hash);
        _begin = Command("BEGIN IMMEDIATE");
        _commit = Command("COMMIT");
    }

    /// <summary>
    /// Opens a segment of the node's trail, whose first record is or will be <paramref name="first"/>; its file is only made with
    /// <paramref name="create"/>.
    /// </summary>
    public static TrailConnection Open(string path, string node, bool create, TimeSpan patience, long first = 1)
    {
        if (create && !File.Exists(path))
        {
            MakePrivate(path); // never an existing one: closing it would drop the locks SQLite holds in this process
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(patience.TotalSeconds)), // 0 would wait for ever
        }.ToString());
        try
        {
            connection.Open();
            TrailSchema.Execute(connection, string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA busy_timeout = {(int)patience.TotalMilliseconds}; PRAGMA journal_mode = WAL; "
                + $"PRAGMA synchronous = FULL;"));
            TrailSchema.Ensure(connection, first);
            Settle(connection);
            return new TrailConnection(node, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The last record on disk; throws AuditTrailRefusedException when it is not one of this node's.</summary>
    public TrailHead ReadHead()
    {
        using var command = Command(
            "SELECT sequence, payload, previous, hash FROM record ORDER BY sequence DESC LIMIT 1");
        using var row = command.ExecuteReader();
        if (!row.Read())
        {
            return TrailHead.Empty;
        }

        var head = new TrailHead(row.GetInt64(0), row.GetFieldValue<byte[]>(3));
        var fits = _hash.Fits(row.GetFieldValue<byte[]>(2), head.Sequence, row.GetFieldValue<byte[]>(1), head.Hash);
        return fits
            ? head
            : throw new AuditTrailRefusedException(
                $"Record {head.Sequence}, the last of {_connection.DataSource}, is damaged or was not written by node "
                + $"'{_node}'. Keep the file as evidence, run the verification, and start under a new node name.");
    }

    /// <summary>
    /// The sequence and month of the first record, null when there is none yet; throws AuditTrailRefusedException when it does not
    /// follow the segment before.
    /// </summary>
    public (long Sequence, string Month)? ReadFirst(TrailHead before)
    {
        using var command = Command("SELECT sequence, time, previous FROM record ORDER BY sequence LIMIT 1");
        using var row = command.ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        return row.GetInt64(0) == before.Sequence + 1 && row.GetFieldValue<byte[]>(2).AsSpan().SequenceEqual(before.Hash)
            ? (row.GetInt64(0), row.GetString(1)[..7])
            : throw new AuditTrailRefusedException(
                $"{_connection.DataSource} does not follow the segment of the trail before it. Keep the files as evidence, run the verification, and start under a new node name.");
    }

    /// <summary>The head again; throws AuditTrailRefusedException when nothing may follow it here, because the next segment was begun.</summary>
    public TrailHead RequireOpen(TrailHead head) => TrailSchema.IsSealed(_connection)
        ? throw new AuditTrailRefusedException(
            $"{_connection.DataSource} is sealed, but the segment of the trail after it is gone. Put it back, or start under a new node name and keep what is left as evidence.")
        : head;

    /// <summary>Nothing can be added any more, and a program that knows no segments refuses the file.</summary>
    public void Seal() => TrailSchema.Seal(_connection);

    /// <summary>The hash of the record at this sequence, null when there is none.</summary>
    public byte[]? HashAt(long sequence)
    {
        using var command = Command("SELECT hash FROM record WHERE sequence = $sequence");
        command.Parameters.AddWithValue("$sequence", sequence);
        return command.ExecuteScalar() as byte[];
    }

    /// <summary>Adds all records in one transaction; when this returns they are durable.</summary>
    public TrailHead Append(TrailHead head, IReadOnlyList<PendingRecord> batch)
    {
        if (SqliteFile.HasMoved(_connection))
        {
            throw new IOException($"{_connection.DataSource} was removed or replaced while in use.");
        }

        _begin.ExecuteNonQuery();
        foreach (var pending in batch)
        {
            head = _insert.Add(head, pending);
        }

        _commit.ExecuteNonQuery();
        return head;
    }

    /// <summary>Closes the file; what was not committed is rolled back.</summary>
    public void Dispose()
    {
        _insert.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _connection.Dispose();
    }

    /// <summary>An empty file only its owner can read; SQLite gives its log the same rights.</summary>
    private static void MakePrivate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Open(path, options).Dispose();
    }

    /// <summary>
    /// Moves everything from the write-ahead log into the database. After a failed fsync the kernel forgets the pages
    /// it could not write; records that came after them in the same log would be lost with them at a power cut.
    /// </summary>
    private static void Settle(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var row = command.ExecuteReader();
        if (!row.Read() || row.GetInt64(0) != 0)
        {
            throw new IOException($"Another program holds a read transaction on {connection.DataSource}; end it.");
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
