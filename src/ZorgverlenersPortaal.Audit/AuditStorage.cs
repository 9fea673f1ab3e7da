using ZorgverlenersPortaal.Audit.PostgreSql;
using ZorgverlenersPortaal.Audit.Shipping;
using ZorgverlenersPortaal.Audit.Storage;
using ZorgverlenersPortaal.Audit.Verification;

namespace ZorgverlenersPortaal.Audit;

/// <summary>Where trails are kept: a folder with SQLite files for each node, or one PostgreSQL database for all nodes.</summary>
public abstract class AuditStorage
{
    private protected AuditStorage(string name) => Name = name;

    /// <summary>What to call it in a message; no secrets.</summary>
    public string Name { get; }

    /// <summary>A folder with files for each node; made when it is missing.</summary>
    public static AuditStorage InFolder(string folder) => new FolderStorage(folder);

    /// <summary>
    /// A PostgreSQL database whose tables ops/deploy/postgresql made. Throws ArgumentException for what is no connection string
    /// with a host and a database.
    /// </summary>
    public static AuditStorage InPostgreSql(string connectionString) => new PostgreSqlStorage(connectionString);

    /// <summary>True when what is recorded would cross a network where others can read it.</summary>
    public abstract bool IsOpenToTheNetwork { get; }

    /// <summary>What keeps a second process from writing as this node; null when the connection itself does.</summary>
    internal abstract IDisposable? Hold(string node);

    /// <summary>
    /// Opens the trail of the node for its one writer. <paramref name="create"/> is for the start only: while running, a
    /// trail that is gone is a fault and not a reason to begin a new chain.
    /// </summary>
    internal abstract ITrailConnection Connect(AuditTrailOptions options, bool create);

    /// <summary>The nodes that have a trail, in ordinal order.</summary>
    internal abstract IEnumerable<string> Nodes();

    /// <summary>The newest records of one node that pass a filter.</summary>
    internal abstract IEnumerable<StoredAuditRecord> Read(string node, AuditFilter filter);

    /// <summary>The records of one node that a search's columns let through, newest first, read as they are asked for.</summary>
    internal abstract IEnumerable<StoredAuditRecord> Read(string node, AuditSearch search);

    /// <summary>The numbers in the EPD that any node recorded with this BSN.</summary>
    internal abstract IReadOnlyCollection<string> EpdIdsOf(string bsn);

    /// <summary>The record at this place; null when there is none.</summary>
    internal abstract StoredAuditRecord? Read(string node, long sequence);

    /// <summary>
    /// The next committed records of one node after a sequence, in their order, as they are stored: at most so many, and none more
    /// once their payloads have so many bytes. Nothing for a node without a trail.
    /// </summary>
    internal abstract IReadOnlyList<StoredPayload> ReadAfter(string node, long sequence, int records, int bytes);

    /// <summary>The sequence of the node's last committed record; 0 when it has none.</summary>
    internal abstract long LastSequence(string node);

    /// <summary>The stored rows of one node, for its verification.</summary>
    internal abstract ITrailRows Rows(string node);

    /// <summary>What a fault of writing means, and what to do.</summary>
    internal abstract string Explain(Exception fault);

    /// <summary>True when the store could only not be reached: once a connection is made, it is mended. A disk shows only by writing.</summary>
    internal virtual bool IsCutOff(Exception fault) => false;
}
