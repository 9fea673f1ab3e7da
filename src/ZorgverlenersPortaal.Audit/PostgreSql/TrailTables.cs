using System.Globalization;
using Npgsql;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>The tables that ops/deploy/postgresql made; the portal has no right to make any itself.</summary>
internal static class TrailTables
{
    /// <summary>The newest version this program knows: the number of the last script.</summary>
    public const int Version = 1;

    /// <summary>Throws AuditTrailRefusedException when they are not there, of a newer version, or not written to the log before a commit.</summary>
    public static void Check(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT count(*), bool_and(relpersistence = 'p') FROM pg_class
            WHERE oid IN (to_regclass('audit.record'), to_regclass('audit.patient'), to_regclass('audit.version'))
            """;
        using (var row = command.ExecuteReader())
        {
            row.Read();
            if (row.GetInt64(0) != 3)
            {
                throw new AuditTrailRefusedException(
                    $"Database '{connection.Database}' has no audit trail. Run the scripts of ops/deploy/postgresql in it, in the order of their numbers, as its administrator.");
            }

            if (!row.GetBoolean(1))
            {
                throw new AuditTrailRefusedException("A table of the trail is UNLOGGED: it is empty after a crash. Make it LOGGED.");
            }
        }

        command.CommandText = "SELECT max(number) FROM audit.version";
        var version = Convert.ToInt32(command.ExecuteScalar() is int number ? number : 0, CultureInfo.InvariantCulture);
        if (version is < 1 or > Version)
        {
            throw new AuditTrailRefusedException(
                $"The trail in database '{connection.Database}' has version {version}; this program knows up to {Version}. Use the version of the portal that goes with it, or a newer one.");
        }
    }
}
