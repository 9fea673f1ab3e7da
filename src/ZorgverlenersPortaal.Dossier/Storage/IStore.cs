using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>What SQLite and PostgreSQL do differently; the statements are the same for both (docs/adr/0042).</summary>
internal interface IStore : IDisposable
{
    /// <summary>An open connection from the pool.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>The same without a wait.</summary>
    DbConnection Open();

    /// <summary>A transaction in which nobody else writes what is decided upon, on this node or another; what it reads stays so.</summary>
    Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>A connection of the caller's own that tells of every commit (<c>PRAGMA data_version</c>), or null where nothing does.</summary>
    SqliteConnection? OpenWatch();

    /// <summary>Brings the schema up to this version.</summary>
    SchemaChange Migrate();
}
