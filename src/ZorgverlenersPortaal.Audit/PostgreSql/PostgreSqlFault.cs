using Npgsql;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>Says what is wrong with the database of the trail, and what to do.</summary>
internal static class PostgreSqlFault
{
    public static string Explain(Exception fault, string storage) => $"The audit trail in {storage} could not be written: " + fault switch
    {
        PostgresException answered => Explain(answered),
        NpgsqlException { InnerException: TimeoutException } or TimeoutException => "the server does not answer in time. Check its load, its locks and its disk.",
        NpgsqlException => "the server cannot be reached or broke off. Check that it runs; recording goes on by itself. " + fault.Message,
        _ => fault.Message,
    };

    /// <summary>The server was away, ending or beginning; or the session that was lost still holds the node for a moment.</summary>
    public static bool IsCutOff(Exception fault) => fault switch
    {
        PostgresException answered => answered.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow,
        NpgsqlException or TimeoutException or AuditTrailInUseException => true,
        _ => false,
    };

    private static string Explain(PostgresException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.DiskFull => "its disk is full. Free space; recording goes on by itself.",
        PostgresErrorCodes.InsufficientPrivilege => "the portal's role may not add to it. Grant it zvp_audit_writer.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "the server only reads. Connect to the primary.",
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => "it is locked or slow. Look in pg_stat_activity for who holds it.",
        PostgresErrorCodes.UniqueViolation => "a record stands where the next one belongs. Run the verification.",
        PostgresErrorCodes.TooManyConnections => "the server has no connection left. Raise max_connections.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "the server refuses the portal's name or password.",
        _ => $"PostgreSQL says {fault.SqlState}: {fault.MessageText}",
    };
}
