using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>Opens the accounts database and brings it up to this version's schema with the numbered scripts.</summary>
public sealed class Database
{
    private readonly string _connectionString;

    /// <summary>Opens or makes the database file; refuses one that a newer portal has changed.</summary>
    public Database(StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(Path.GetDirectoryName(options.File!)!);
        _connectionString = new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = true }.ConnectionString;
        Migrate();
    }

    /// <summary>An open connection; the caller disposes it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>An open connection of the caller's own for as long as it likes.</summary>
    internal SqliteConnection OpenUnpooled()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>The same without a wait, for what is read at every decision: the database is a file of this machine.</summary>
    public DbConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    private void Migrate()
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        connection.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
        var scripts = Scripts().ToList();
        // One at a time: the portal and a command may both meet an old database.
        using var transaction = connection.BeginTransaction();
        var version = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction);
        if (version > scripts.Count)
        {
            throw new InvalidOperationException(
                $"The database has schema {version}, this portal knows {scripts.Count}: it was changed by a newer portal. Start that one.");
        }
        for (var next = version; next < scripts.Count; next++)
        {
            connection.Execute(scripts[next], transaction: transaction);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {next + 1}"), transaction: transaction);
        }
        transaction.Commit();
    }

    private static IEnumerable<string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
