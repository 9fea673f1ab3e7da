using Microsoft.Data.Sqlite;
using Npgsql;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>Where accounts are kept; section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary><c>Sqlite</c> (embedded, one node) or <c>PostgreSql</c> (for several).</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Connection string of the provider, e.g. <c>Data Source=/var/lib/portal/portal.db</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>PostgreSQL: the same as a role that owns the tables, for <c>portal migrate</c> only; empty: that of the portal.</summary>
    public string MaintenanceConnectionString { get; set; } = "";

    /// <summary>PostgreSQL: folder of the key by which patients who object are recognised, the same on every node; a file of SQLite has it beside it.</summary>
    public string KeyFolder { get; set; } = "";

    /// <summary>PostgreSQL: seconds after which a question to it counts as failed.</summary>
    public int TimeoutSeconds { get; set; } = 2;

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults(bool isProduction = false) => Provider switch
    {
        "Sqlite" => SqliteFaults(),
        "PostgreSql" => PostgreSqlFaults(isProduction),
        _ => [$"Storage:Provider is '{Provider}'; use Sqlite or PostgreSql"],
    };

    /// <summary>The database file, or null when the connection string names none.</summary>
    public string? File
    {
        get
        {
            if (IsPostgreSql)
            {
                return null;
            }
            try
            {
                var settings = new SqliteConnectionStringBuilder(ConnectionString);
                var isFile = settings.Mode != SqliteOpenMode.Memory && settings.DataSource is not ("" or ":memory:")
                    && !settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
                return isFile ? Path.GetFullPath(settings.DataSource) : null;
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }

    /// <summary>The accounts are in PostgreSQL.</summary>
    public bool IsPostgreSql => Provider == "PostgreSql";

    /// <summary>The database in words, without a password.</summary>
    internal string Place => IsPostgreSql && Parse(ConnectionString) is { } settings ? $"PostgreSQL database '{settings.Database}' on {settings.Host}:{settings.Port}" : File ?? "";

    /// <summary>Beside the database file, or in the folder for keys.</summary>
    internal string KeyFile(string name) => File is { } file ? $"{file}.{name}" : Path.Combine(KeyFolder, "portal." + name);

    internal NpgsqlConnectionStringBuilder PostgreSql() => Parse(ConnectionString) ?? throw new StorageRefusedException("Storage:ConnectionString is no connection string of PostgreSQL.");

    internal NpgsqlConnectionStringBuilder Maintenance() => MaintenanceConnectionString.Length == 0
        ? PostgreSql()
        : Parse(MaintenanceConnectionString) ?? throw new StorageRefusedException("Storage:MaintenanceConnectionString is no connection string of PostgreSQL.");

    private IEnumerable<string> SqliteFaults()
    {
        if (File is null)
        {
            yield return "Storage:ConnectionString must be a SQLite connection string with a file, e.g. Data Source=/var/lib/portal/portal.db";
        }
        if (MaintenanceConnectionString.Length > 0)
        {
            yield return "Storage:MaintenanceConnectionString is for PostgreSQL; set Storage:Provider to PostgreSql, or leave it out";
        }
        if (KeyFolder.Length > 0)
        {
            yield return "Storage:KeyFolder is for PostgreSQL; the keys of a SQLite file lie beside it. Leave it out";
        }
    }

    private IEnumerable<string> PostgreSqlFaults(bool isProduction)
    {
        if (Parse(ConnectionString) is not { } settings)
        {
            yield return "Storage:ConnectionString must be a connection string of PostgreSQL with Host and Database, e.g. Host=db;Database=portal;Username=portal;SSL Mode=VerifyFull";
        }
        else if (isProduction && IsOpenToTheNetwork(settings))
        {
            yield return "Storage:ConnectionString crosses the network without a proven server; in Production add SSL Mode=VerifyFull";
        }
        if (MaintenanceConnectionString.Length > 0 && Parse(MaintenanceConnectionString) is null)
        {
            yield return "Storage:MaintenanceConnectionString must be a connection string of PostgreSQL with Host and Database, or be left out";
        }
        if (!Path.IsPathFullyQualified(KeyFolder))
        {
            yield return "Storage:KeyFolder must be the whole path of a folder that only the portal reads, with the same key on every node, e.g. /etc/zorgverlenersportaal/keys";
        }
        if (TimeoutSeconds is < 1 or > 30)
        {
            yield return "Storage:TimeoutSeconds must lie between 1 and 30";
        }
    }

    /// <summary>Where others could read or answer what goes by.</summary>
    private static bool IsOpenToTheNetwork(NpgsqlConnectionStringBuilder settings) => settings.SslMode is not (SslMode.VerifyFull or SslMode.VerifyCA)
        && !settings.Host!.Split(',').All(host => host is "localhost" or "127.0.0.1" or "::1" || host.StartsWith('/'));

    /// <summary>Its own messages may repeat what is in the text, and that holds a password.</summary>
    private static NpgsqlConnectionStringBuilder? Parse(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrEmpty(settings.Host) || string.IsNullOrEmpty(settings.Database) ? null : settings;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return null;
        }
    }
}
