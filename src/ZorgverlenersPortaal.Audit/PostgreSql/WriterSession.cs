using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>
/// The session of a node's one writer: it holds the node's lock for its whole life, waits no longer than a caller does, and
/// is refused by a server that would answer before a record is durable.
/// </summary>
internal static class WriterSession
{
    public static NpgsqlConnection Open(NpgsqlConnectionStringBuilder settings, AuditTrailOptions options)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(options.WriteTimeout.TotalSeconds)); // 0 would wait for ever
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            ApplicationName = "ZorgverlenersPortaal trail " + options.Node,
            Pooling = false,
            Timeout = seconds,
            CommandTimeout = seconds,
            CancellationTimeout = 500,
            MaxAutoPrepare = 0,
        }.ConnectionString);
        try
        {
            connection.Open();
            Prepare(connection, options.WriteTimeout);
            RequireDurability(connection);
            TrailTables.Check(connection);
            TakeLock(connection, options.Node);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A server that loses this client must notice soon, or the lock of a dead session would keep the node out. Synchronous
    /// commit is only ever switched up: with remote_apply a hospital asks for more.
    /// </summary>
    private static void Prepare(NpgsqlConnection connection, TimeSpan patience)
    {
        var milliseconds = ((long)patience.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local');
            SELECT set_config('statement_timeout', '{milliseconds}', false),
                set_config('idle_in_transaction_session_timeout', '10s', false), set_config('client_connection_check_interval', '1s', false),
                set_config('tcp_keepalives_idle', '5', false), set_config('tcp_keepalives_interval', '2', false), set_config('tcp_keepalives_count', '3', false)
            """;
        command.ExecuteNonQuery();
    }

    private static void RequireDurability(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT current_setting('fsync') = 'on', current_setting('full_page_writes') = 'on', pg_is_in_recovery()";
        using var row = command.ExecuteReader();
        row.Read();
        if (!row.GetBoolean(0) || !row.GetBoolean(1))
        {
            throw new AuditTrailRefusedException(
                "The server has fsync or full_page_writes off: a record it has answered is lost at a power cut. Switch both on; a trail that is not durable is no trail.");
        }

        if (row.GetBoolean(2))
        {
            throw new IOException("The server is a standby that only reads. Connect to the primary.");
        }
    }

    private static void TakeLock(NpgsqlConnection connection, string node)
    {
        // A moment's patience: the session of a process that has just ended may not have ended yet.
        Run(connection, "SET lock_timeout = '1s'");
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT pg_advisory_lock(hashtextextended('ZorgverlenersPortaal trail ' || $1, 0))";
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = node });
            command.ExecuteNonQuery();
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled)
        {
            throw new AuditTrailInUseException(
                $"The audit trail of node '{node}' is written by another process (pg_stat_activity shows its session as 'ZorgverlenersPortaal trail "
                + $"{node}'). Stop that process, or give this one a node name of its own.", fault);
        }

        Run(connection, "SET lock_timeout = 0"); // statement_timeout goes for what follows
    }

    /// <summary>Lets go of the node before the session ends: the server ends it only some time after the client has gone.</summary>
    public static void Release(NpgsqlConnection connection)
    {
        try
        {
            Run(connection, "SELECT pg_advisory_unlock_all()");
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException or IOException or TimeoutException)
        {
            // It broke off: the lock goes with the session.
        }
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
