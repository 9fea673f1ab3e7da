using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>The trail; section <c>Audit</c>.</summary>
public sealed partial class AuditOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Audit";

    /// <summary><c>Sqlite</c> (embedded) or <c>PostgreSql</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Connection string of the PostgreSQL database whose tables ops/deploy/postgresql made.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Folder of the trail; empty: <c>trail</c> beside the accounts database.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Name of this node: letters, digits and hyphens; every node has its own chain.</summary>
    public string Node { get; set; } = "node1";

    /// <summary>Seconds after which an append counts as not written and nothing is shown.</summary>
    public double WriteSeconds { get; set; } = 2;

    /// <summary>Records in a file of the trail before the next is begun.</summary>
    public long SegmentRecords { get; set; } = 2_000_000;

    /// <summary>Folder for signed checkpoints, best on another volume; empty: none.</summary>
    public string CheckpointFolder { get; set; } = "";

    /// <summary>PEM file of the ECDSA P-256 key that signs checkpoints.</summary>
    public string CheckpointKey { get; set; } = "";

    /// <summary>Where committed records are sent to be searched.</summary>
    public ElasticsearchOptions Elasticsearch { get; init; } = new();

    /// <summary>The trail's options, with the node's name given a suffix for a command beside the portal.</summary>
    public AuditTrailOptions Trail(string databaseFile, string suffix = "", bool isProduction = false) => new()
    {
        RequireAppendOnly = isProduction,
        Storage = StorageBeside(databaseFile),
        Node = Node + suffix,
        WriteTimeout = TimeSpan.FromSeconds(WriteSeconds),
        SegmentRecords = SegmentRecords,
        CheckpointFolder = CheckpointFolder.Length == 0 ? null : CheckpointFolder,
        CheckpointKey = CheckpointKey.Length == 0 ? null : CheckpointKey,
    };

    /// <summary>Where the trail is kept.</summary>
    public AuditStorage StorageBeside(string databaseFile) => IsPostgreSql
        ? AuditStorage.InPostgreSql(ConnectionString)
        : AuditStorage.InFolder(FolderBeside(databaseFile));

    /// <summary>The folder of the trail.</summary>
    public string FolderBeside(string databaseFile) =>
        Folder.Length > 0 ? Folder : Path.Combine(Path.GetDirectoryName(databaseFile)!, "trail");

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults(bool isProduction, string? databaseFile)
    {
        foreach (var fault in StorageFaults(isProduction))
        {
            yield return fault;
        }
        if (!NodeName().IsMatch(Node))
        {
            yield return "Audit:Node must be 1 to 32 letters, digits and hyphens";
        }
        if (WriteSeconds is not (>= 0.1 and <= 30))
        {
            yield return "Audit:WriteSeconds must lie between 0.1 and 30";
        }
        if (SegmentRecords is not (>= 1_000 and <= 10_000_000))
        {
            yield return "Audit:SegmentRecords must lie between 1000 and 10000000";
        }
        if (CheckpointFolder.Length > 0 != CheckpointKey.Length > 0)
        {
            yield return "Audit:CheckpointFolder and Audit:CheckpointKey go together; set both or neither";
        }
        if (CheckpointKey.Length > 0 && !File.Exists(CheckpointKey))
        {
            yield return $"Audit:CheckpointKey: there is no file '{CheckpointKey}'; make one with 'portal audit key FILE'";
        }
        if (isProduction && CheckpointFolder.Length == 0)
        {
            yield return "Audit:CheckpointFolder is empty; in Production signed checkpoints are needed, in another folder than the trail";
        }
        if (!IsPostgreSql && CheckpointFolder.Length > 0 && databaseFile is not null
            && Path.GetFullPath(CheckpointFolder) == Path.GetFullPath(FolderBeside(databaseFile)))
        {
            yield return "Audit:CheckpointFolder is the trail's own folder; choose another, best on another volume";
        }
        foreach (var fault in Elasticsearch.Faults(isProduction))
        {
            yield return fault;
        }
    }

    private bool IsPostgreSql => Provider == "PostgreSql";

    private IEnumerable<string> StorageFaults(bool isProduction)
    {
        if (!IsPostgreSql)
        {
            if (Provider != "Sqlite")
            {
                yield return $"Audit:Provider is '{Provider}'; use Sqlite or PostgreSql";
            }
            else if (ConnectionString.Length > 0)
            {
                yield return "Audit:ConnectionString is for PostgreSQL; set Audit:Provider to PostgreSql, or leave it out";
            }
            yield break;
        }
        var (storage, fault) = PostgreSql();
        if (fault is not null)
        {
            yield return $"Audit:ConnectionString: {fault}";
        }
        else if (isProduction && storage!.IsOpenToTheNetwork)
        {
            yield return "Audit:ConnectionString crosses the network without a proven server; in Production add SSL Mode=VerifyFull";
        }
    }

    private (AuditStorage? Storage, string? Fault) PostgreSql()
    {
        try
        {
            return (AuditStorage.InPostgreSql(ConnectionString), null);
        }
        catch (ArgumentException fault)
        {
            return (null, fault.Message);
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,32}\z", RegexOptions.NonBacktracking)]
    private static partial Regex NodeName();
}
