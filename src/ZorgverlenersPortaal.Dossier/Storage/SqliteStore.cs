using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>A file of this machine, made and brought up to date by whoever opens it first.</summary>
internal sealed class SqliteStore : IStore
{
    private readonly string _connectionString;

    /// <summary>Makes the file with its folder when it is not there; throws StorageRefusedException for one that a newer portal changed.</summary>
    public SqliteStore(StorageOptions options)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(options.File!)!);
        _connectionString = new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = true }.ConnectionString;
        Migrate();
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public DbConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Immediate: from here until the end nobody else writes.</summary>
    public async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) => await connection.BeginTransactionAsync(cancellation);

    public SqliteConnection OpenWatch()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    public SchemaChange Migrate()
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        connection.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
        var scripts = SchemaScripts.Sqlite;
        // One at a time: the portal and a command may both meet an old database.
        using var transaction = connection.BeginTransaction();
        var version = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction);
        if (version > scripts.Count)
        {
            throw new StorageRefusedException(
                $"The database has schema {version}, this portal knows {scripts.Count}: it was changed by a newer portal. Start that one.");
        }
        for (var next = version; next < scripts.Count; next++)
        {
            connection.Execute(scripts[next], transaction: transaction);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {next + 1}"), transaction: transaction);
        }
        transaction.Commit();
        return new(version, scripts.Count);
    }

    public void Dispose()
    {
        // The pool is the process's own.
    }
}
