using System.Data.Common;
using Dapper;
using Npgsql;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>The portal's tables in PostgreSQL: made by <c>portal migrate</c> as their owner, only used by the portal itself.</summary>
internal static class PostgreSqlSchema
{
    /// <summary>The role that owns the tables (ops/deploy/postgresql/0002-portal.sql).</summary>
    public const string Owner = "zvp_portal_owner";

    private const string Mend = "Run 'portal migrate' with the role that owns the tables (ops/deploy/README.md).";

    /// <summary>One number for everything of the portal that takes such a lock, apart from the trail's.</summary>
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended('ZorgverlenersPortaal migration', 0))";

    /// <summary>Throws StorageRefusedException unless the tables are exactly those of this portal.</summary>
    public static void Check(DbConnection connection)
    {
        var known = SchemaScripts.PostgreSql.Count;
        var found = Version(connection, null);
        if (found < known)
        {
            throw new StorageRefusedException($"Database '{connection.Database}' has schema {found} of the portal, this portal needs {known}. {Mend}");
        }
        if (found > known)
        {
            throw new StorageRefusedException($"Database '{connection.Database}' has schema {found} of the portal, this portal knows {known}: it was changed by a newer portal. Start that one.");
        }
    }

    /// <summary>
    /// Runs what is missing, each script in a transaction of its own together with its number: what breaks off leaves whole scripts
    /// only, and the next run goes on from there. Two at once wait for each other.
    /// </summary>
    public static SchemaChange Migrate(NpgsqlConnection connection, IReadOnlyList<string> scripts)
    {
        BecomeOwner(connection);
        int? first = null;
        while (true)
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(Lock, transaction: transaction);
            var version = Version(connection, transaction);
            first ??= version;
            if (version > scripts.Count)
            {
                throw new StorageRefusedException($"Database '{connection.Database}' has schema {version} of the portal, this program knows {scripts.Count}: a newer one changed it. Use that one.");
            }
            if (version == scripts.Count)
            {
                connection.Execute(SchemaScripts.PostgreSqlFunctions, transaction: transaction);
                transaction.Commit();
                return new(first.Value, version);
            }
            connection.Execute(scripts[version], transaction: transaction);
            connection.Execute("INSERT INTO portal.version (number) VALUES (@number)", new { number = version + 1 }, transaction);
            transaction.Commit();
        }
    }

    /// <summary>The number of the last script that was run, 0 for none.</summary>
    private static int Version(DbConnection connection, DbTransaction? transaction)
    {
        if (connection.ExecuteScalar("SELECT to_regclass('portal.version')::text", transaction: transaction) is not string)
        {
            throw new StorageRefusedException(
                $"Database '{connection.Database}' has no place for the portal. Run ops/deploy/postgresql/0002-portal.sql in it as its administrator, then 'portal migrate'.");
        }
        return connection.ExecuteScalar<int>("SELECT coalesce(max(number), 0) FROM portal.version", transaction: transaction);
    }

    /// <summary>What is made belongs to the owner, whoever logged in.</summary>
    private static void BecomeOwner(NpgsqlConnection connection)
    {
        try
        {
            connection.Execute($"SET ROLE {Owner}");
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidParameterValue or PostgresErrorCodes.UndefinedObject)
        {
            throw new StorageRefusedException(
                $"The role that logged in may not change the portal's tables: it is no member of {Owner}. Set Storage:MaintenanceConnectionString to one that is.", fault);
        }
    }
}
