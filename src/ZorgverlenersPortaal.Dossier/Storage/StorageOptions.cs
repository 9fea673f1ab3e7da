using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>Where accounts are kept; section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary><c>Sqlite</c> (embedded) or <c>PostgreSql</c> (not in this version).</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Connection string of the provider, e.g. <c>Data Source=/var/lib/portal/portal.db</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (Provider == "PostgreSql")
        {
            yield return "Storage:Provider PostgreSql is not available in this version; use Sqlite";
        }
        else if (Provider != "Sqlite")
        {
            yield return $"Storage:Provider is '{Provider}'; use Sqlite";
        }
        if (File is null)
        {
            yield return "Storage:ConnectionString must be a SQLite connection string with a file, e.g. Data Source=/var/lib/portal/portal.db";
        }
    }

    /// <summary>The database file, or null when the connection string names none.</summary>
    public string? File
    {
        get
        {
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
}
