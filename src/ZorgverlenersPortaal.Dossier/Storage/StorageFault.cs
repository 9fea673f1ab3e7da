using Npgsql;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>Tells a database that does not serve from a fault of our own.</summary>
public static class StorageFault
{
    /// <summary>The database server was gone, too slow or full when this happened: the same request may succeed later.</summary>
    public static bool IsBehind(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is NpgsqlException and not PostgresException or PostgresException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.QueryCanceled })
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The server did not answer in time.</summary>
    internal static NpgsqlException NoAnswer(TimeoutException fault) => new("The server of the accounts did not answer in time.", fault);

    /// <summary>A connection that waited in the pool while the server was started anew; reading again, on a new one, is safe.</summary>
    internal static bool IsLostConnection(Exception fault) =>
        fault is NpgsqlException { InnerException: not TimeoutException } and ({ IsTransient: true } and not PostgresException or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown });
}
