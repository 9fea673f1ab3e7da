using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit;

/// <summary>Reads trails, also while a portal is writing; does not verify them.</summary>
public static class AuditReader
{
    /// <summary>
    /// The records that pass the filter, newest first over all nodes. Throws DirectoryNotFoundException for a folder
    /// that is not there and AuditTrailRefusedException for a file that is no trail.
    /// </summary>
    public static IEnumerable<StoredAuditRecord> Read(string folder, AuditFilter? filter = null)
    {
        filter ??= new AuditFilter();
        return TrailFiles.Nodes(folder, TrailFiles.DatabaseSuffix)
            .Where(node => filter.Node is null || string.Equals(node, filter.Node, StringComparison.Ordinal))
            .SelectMany(node => TrailQuery.Read(folder, node, filter))
            .OrderByDescending(stored => stored.Record.Time)
            .ThenByDescending(stored => stored.Sequence)
            .Take(filter.Limit)
            .ToList();
    }
}
