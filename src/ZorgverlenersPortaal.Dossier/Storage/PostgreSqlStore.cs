using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>One PostgreSQL database for all nodes. Nothing waits longer for it than <see cref="StorageOptions.TimeoutSeconds"/>.</summary>
internal sealed class PostgreSqlStore : IStore
{
    /// <summary>
    /// SQLite has one writer, and what is decided in a transaction relies on that (limits, four eyes, one code for one person). Here a
    /// lock of all nodes stands for it: one that PostgreSQL lets go of with the transaction, however that ends.
    /// </summary>
    private const string WriterLock = "SELECT pg_advisory_xact_lock(hashtextextended('ZorgverlenersPortaal writer', 0))";

    private readonly StorageOptions _options;
    private readonly NpgsqlDataSource _source;

    public PostgreSqlStore(StorageOptions options)
    {
        _options = options;
        var settings = options.PostgreSql();
        settings.SearchPath = "portal";
        settings.ApplicationName = "ZorgverlenersPortaal";
        settings.Timeout = settings.CommandTimeout = options.TimeoutSeconds;
        // It breaks the connection at once: to ask a server that does not answer to stop answering takes as long again.
        settings.CancellationTimeout = -1;
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, 20);
        // A minute after a lost connection at the most: one in the pool may have died while it waited.
        settings.ConnectionIdleLifetime = Math.Min(settings.ConnectionIdleLifetime, 60);
        settings.KeepAlive = settings.KeepAlive == 0 ? 10 : settings.KeepAlive;
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UsePhysicalConnectionInitializer(Prepare, connection =>
        {
            Prepare(connection);
            return Task.CompletedTask;
        });
        _source = builder.Build();
    }

    /// <summary>Throws StorageRefusedException unless the server is there with the tables of this portal.</summary>
    public void Check()
    {
        try
        {
            using var connection = Open();
            PostgreSqlSchema.Check(connection);
        }
        catch (NpgsqlException fault)
        {
            throw new StorageRefusedException($"The accounts in {_options.Place} cannot be read: {fault.Message} Check Storage:ConnectionString, the server, and that its role has zvp_portal_user.", fault);
        }
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellation) => await _source.OpenConnectionAsync(cancellation);

    public DbConnection Open() => _source.OpenConnection();

    public async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation)
    {
        // Read committed whatever the server's default: a snapshot from before the lock would not see what the writer before this one did.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(WriterLock, transaction: transaction, cancellationToken: cancellation));
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>PostgreSQL tells of no commit cheaply: it is read each time.</summary>
    public SqliteConnection? OpenWatch() => null;

    public SchemaChange Migrate()
    {
        var settings = _options.Maintenance();
        settings.SearchPath = "portal";
        settings.ApplicationName = "ZorgverlenersPortaal migrate";
        settings.Pooling = false;
        settings.CommandTimeout = 0; // a large table may take its time
        using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Open();
        return PostgreSqlSchema.Migrate(connection, SchemaScripts.PostgreSql);
    }

    public void Dispose() => _source.Dispose();

    /// <summary>
    /// The server gives up when the caller does, and notices a lost node soon: its writer's lock would keep the others waiting. A standby is
    /// refused: it may not have yet what was ended (R8).
    /// </summary>
    private void Prepare(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT set_config('statement_timeout', '{_options.TimeoutSeconds}s', false), set_config('idle_in_transaction_session_timeout', '60s', false),
                set_config('client_connection_check_interval', '1s', false), set_config('tcp_keepalives_idle', '5', false),
                set_config('tcp_keepalives_interval', '2', false), set_config('tcp_keepalives_count', '3', false);
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local');
            SELECT pg_is_in_recovery()
            """;
        using var row = command.ExecuteReader();
        row.NextResult();
        row.NextResult();
        row.Read();
        if (row.GetBoolean(0))
        {
            throw new NpgsqlException("The server is a standby that only reads. Connect to the primary.");
        }
    }
}
