using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>
/// How far a node has been sent, and what was set aside: a small SQLite file. It may be behind, never ahead: what is sent again is
/// there already. Without it all is sent again.
/// </summary>
internal sealed class ShippingCursor : IDisposable
{
    // Losing the last moves at a power cut costs a request; an fsync each would cost the trail's disk.
    private const string Create = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;
        CREATE TABLE IF NOT EXISTS cursor(one INTEGER PRIMARY KEY CHECK(one = 1), sequence INTEGER NOT NULL, hash BLOB NOT NULL, key_proof BLOB NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS parked(sequence INTEGER PRIMARY KEY, status INTEGER NOT NULL, reason TEXT NOT NULL) STRICT;
        """;

    private readonly SqliteConnection _connection;

    private ShippingCursor(SqliteConnection connection) => _connection = connection;

    /// <summary>The last record up to which all is sent or set aside; 0 for none.</summary>
    public long Sequence { get; private set; }

    /// <summary>Records set aside.</summary>
    public long ParkedCount { get; private set; }

    private byte[] Hash { get; set; } = [];

    /// <summary>Opens the file of a node, making it when it is missing. Throws InvalidDataException when it does not belong to this trail or this key.</summary>
    public static ShippingCursor Open(ShippingOptions options, BsnKey key)
    {
        Directory.CreateDirectory(options.CursorFolder);
        var path = Path.Combine(options.CursorFolder, options.Node + ".shipping.db");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        ShippingCursor cursor = new(connection);
        try
        {
            connection.Open();
            cursor.Load(path, key);
            cursor.RequireSameTrail(options, path);
            return cursor;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Goes on to a record, with what is set aside on the way and what no longer is: all of it or nothing.</summary>
    public void Move(ShippingItem? to, IReadOnlyCollection<ParkedRecord> parked, IReadOnlyCollection<long> taken)
    {
        using var transaction = _connection.BeginTransaction();
        if (to is not null)
        {
            Run("UPDATE cursor SET sequence = $sequence, hash = $hash", ("$sequence", to.Sequence), ("$hash", to.Hash));
        }

        foreach (var one in parked)
        {
            Run("INSERT OR REPLACE INTO parked VALUES($sequence, $status, $reason)", ("$sequence", one.Sequence), ("$status", one.Status), ("$reason", one.Reason));
        }

        foreach (var sequence in ParkedCount > 0 ? taken : [])
        {
            Run("DELETE FROM parked WHERE sequence = $sequence", ("$sequence", sequence));
        }

        transaction.Commit();
        (Sequence, Hash) = to is null ? (Sequence, Hash) : (to.Sequence, to.Hash);
        if (parked.Count > 0 || ParkedCount > 0)
        {
            ParkedCount = Number("SELECT count(*) FROM parked");
        }
    }

    /// <summary>The next records set aside after a sequence.</summary>
    public IReadOnlyList<long> ParkedAfter(long sequence, int most)
    {
        using var command = Command("SELECT sequence FROM parked WHERE sequence > $sequence ORDER BY sequence LIMIT $most", ("$sequence", sequence), ("$most", most));
        using var row = command.ExecuteReader();
        List<long> found = [];
        while (row.Read())
        {
            found.Add(row.GetInt64(0));
        }

        return found;
    }

    public void Dispose() => _connection.Dispose();

    private void Load(string path, BsnKey key)
    {
        Run(Create);
        Run("INSERT OR IGNORE INTO cursor VALUES(1, 0, x'', $proof)", ("$proof", key.Proof));
        using (var command = Command("SELECT sequence, hash, key_proof FROM cursor"))
        using (var row = command.ExecuteReader())
        {
            row.Read();
            (Sequence, Hash) = (row.GetInt64(0), row.GetFieldValue<byte[]>(1));
            if (!CryptographicOperations.FixedTimeEquals(row.GetFieldValue<byte[]>(2), key.Proof))
            {
                throw new InvalidDataException($"{path} was made with another BSN key: the index would know no patient again. Put the right key back, or remove the indices and this file.");
            }
        }

        ParkedCount = Number("SELECT count(*) FROM parked");
    }

    /// <summary>A trail that was put back or begun anew would be taken for sent.</summary>
    private void RequireSameTrail(ShippingOptions options, string path)
    {
        if (Sequence > 0 && (options.Storage.ReadAfter(options.Node, Sequence - 1, 1, 1) is not [var last] || last.Sequence != Sequence || !last.Hash.AsSpan().SequenceEqual(Hash)))
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"Record {Sequence} of node '{options.Node}' is not the one that was sent. Run 'audit verify'; when this trail is the right one, remove {path} and all is sent again."));
        }
    }

    private long Number(string sql)
    {
        using var command = Command(sql);
        return (long)command.ExecuteScalar()!;
    }

    private void Run(string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
