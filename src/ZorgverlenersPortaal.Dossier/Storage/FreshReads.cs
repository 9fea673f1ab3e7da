using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>
/// What every look asks of the portal's own database, read again as soon as anything in it changed: by this process, another node's
/// or a command's (R8). SQLite tells that by itself (<c>PRAGMA data_version</c>, sqlite.org/pragma.html), for a tenth of what
/// the statements cost (docs/adr/0032). PostgreSQL tells no such thing, so there nothing is kept: it is read each time (docs/adr/0042).
/// What depends on the clock or on the caller is no part of what is kept.
/// </summary>
public sealed class FreshReads : IDisposable
{
    /// <summary>More are read each time; a change empties it long before.</summary>
    private const int Most = 20_000;

    private readonly Database _database;
    private readonly Lock _gate = new();
    private readonly SqliteConnection? _watch;
    private readonly SqliteCommand? _version;
    private volatile Known _known = new(-1);

    /// <summary>Opens a connection of its own: the version tells of the commits of all others.</summary>
    public FreshReads(Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
        _watch = database.OpenWatch();
        if (_watch is null)
        {
            return;
        }
        _version = _watch.CreateCommand();
        _version.CommandText = "PRAGMA data_version";
    }

    /// <summary>
    /// What <paramref name="read"/> gives now; <paramref name="question"/> and <paramref name="about"/> name it. The value may be given
    /// to many: it must never change. Throws <see cref="DbException"/> when the database cannot be read.
    /// </summary>
    public async Task<T> ReadAsync<T>(string question, string about, Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_version is null)
        {
            return await ReadEachTimeAsync(read, cancellation);
        }
        var now = Now(_version);
        if (now.Values.TryGetValue((question, about), out var value))
        {
            return (T)value!;
        }
        await using var connection = await _database.OpenAsync(cancellation);
        return now.Keep((question, about), await read(connection));
    }

    /// <summary>The same without a wait.</summary>
    public T Read<T>(string question, string about, Func<DbConnection, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_version is null)
        {
            return ReadEachTime(read);
        }
        var now = Now(_version);
        if (now.Values.TryGetValue((question, about), out var value))
        {
            return (T)value!;
        }
        using var connection = _database.Open();
        return now.Keep((question, about), read(connection));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _version?.Dispose();
        _watch?.Dispose();
    }

    /// <summary>
    /// No longer than the patience for the server, whatever its client does: that asks a server which hangs to stop, and waits for that
    /// too. What was given up ends by itself, and there can be no more of those than the pool has connections.
    /// </summary>
    private async Task<T> ReadEachTimeAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            return await ReadOnLiveConnectionAsync(read, cancellation).WaitAsync(_database.Patience, cancellation);
        }
        catch (TimeoutException fault)
        {
            throw StorageFault.NoAnswer(fault);
        }
    }

    /// <summary>Once more when the connection had died in the pool: it only reads.</summary>
    private async Task<T> ReadOnLiveConnectionAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _database.OpenAsync(cancellation);
            return await read(connection);
        }
        catch (DbException fault) when (StorageFault.IsLostConnection(fault))
        {
            await using var connection = await _database.OpenAsync(cancellation);
            return await read(connection);
        }
    }

    private T ReadEachTime<T>(Func<DbConnection, T> read)
    {
        try
        {
            using var connection = _database.Open();
            return read(connection);
        }
        catch (DbException fault) when (StorageFault.IsLostConnection(fault))
        {
            using var connection = _database.Open();
            return read(connection);
        }
    }

    /// <summary>First the version, then the values: what is committed in between is read early, never late.</summary>
    private Known Now(SqliteCommand counter)
    {
        long version;
        lock (_gate)
        {
            version = (long)counter.ExecuteScalar()!;
        }
        var known = _known;
        return known.Version == version ? known : _known = new(version);
    }

    private sealed class Known(long version)
    {
        public long Version => version;

        public ConcurrentDictionary<(string Question, string About), object?> Values { get; } = new();

        public T Keep<T>((string Question, string About) key, T value)
        {
            if (Values.Count < Most)
            {
                Values[key] = value;
            }
            return value;
        }
    }
}
