using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>Opens the accounts database: a SQLite file, which it brings up to date itself, or a PostgreSQL that 'portal migrate' did.</summary>
public sealed class Database : IDisposable
{
    private readonly IStore _store;
    private readonly StorageOptions _options;

    /// <summary>Throws <see cref="StorageRefusedException"/> when its schema is not one of this portal.</summary>
    public Database(StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        if (!options.IsPostgreSql)
        {
            _store = new SqliteStore(options);
            return;
        }
        var store = new PostgreSqlStore(options);
        try
        {
            store.Check();
        }
        catch
        {
            store.Dispose();
            throw;
        }
        _store = store;
    }

    /// <summary>Brings the schema up to this version's; throws <see cref="StorageRefusedException"/> when it may not, or need not because it is newer.</summary>
    public static SchemaChange Migrate(StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using IStore store = options.IsPostgreSql ? new PostgreSqlStore(options) : new SqliteStore(options);
        return store.Migrate();
    }

    /// <summary>An open connection; the caller disposes it.</summary>
    public Task<DbConnection> OpenAsync(CancellationToken cancellation) => _store.OpenAsync(cancellation);

    /// <summary>The same without a wait, for what is read at every decision.</summary>
    public DbConnection Open() => _store.Open();

    /// <summary>
    /// A transaction of one writer: from here until its end nobody else changes what it decides upon, on this node or another. Every change
    /// that looks before it writes goes by it.
    /// </summary>
    public Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) => _store.BeginAsync(connection, cancellation);

    /// <summary>How long a server may take for a question.</summary>
    internal TimeSpan Patience => TimeSpan.FromSeconds(_options.TimeoutSeconds);

    /// <summary>A connection of the caller's own that tells of every commit; null where nothing does.</summary>
    internal SqliteConnection? OpenWatch() => _store.OpenWatch();

    /// <inheritdoc />
    public void Dispose() => _store.Dispose();
}
