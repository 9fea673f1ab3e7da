using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit;

/// <summary>Reads trails, also while a portal is writing; does not verify them.</summary>
public static class AuditReader
{
    /// <summary>
    /// The records that pass the filter, newest first over all nodes. Throws DirectoryNotFoundException for a folder
    /// that is not there and AuditTrailRefusedException for a file that is no trail.
    /// </summary>
    public static IEnumerable<StoredAuditRecord> Read(AuditStorage storage, AuditFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(storage);
        filter ??= new AuditFilter();
        return storage.Nodes()
            .Where(node => filter.Node is null || string.Equals(node, filter.Node, StringComparison.Ordinal))
            .SelectMany(node => storage.Read(node, filter))
            .OrderByDescending(stored => stored.Record.Time)
            .ThenByDescending(stored => stored.Sequence)
            .Take(filter.Limit)
            .ToList();
    }

    /// <summary>
    /// One page of what passes the search over all nodes, newest first. Throws as <see cref="Read"/> does.
    /// </summary>
    public static AuditPage Find(AuditStorage storage, AuditSearch search)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(search);
        List<StoredAuditRecord> found = [];
        AuditPlace? last = null;
        var read = 0;
        foreach (var stored in Merged(storage, search))
        {
            // One more than fits: now it is known that there is more.
            if (found.Count == search.Limit || read == search.MostRead)
            {
                return new(found, last, found.Count < search.Limit);
            }
            read++;
            last = stored.Place;
            if (search.Passes(stored))
            {
                found.Add(stored);
            }
        }
        return new(found, null, IsCut: false);
    }

    /// <summary>
    /// All that passes the search over all nodes, newest first, read as it is asked for: a year does not have to fit in memory.
    /// The search's limits do not count. Throws as <see cref="Read"/> does.
    /// </summary>
    public static IEnumerable<StoredAuditRecord> Walk(AuditStorage storage, AuditSearch search)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(search);
        return Merged(storage, search).Where(search.Passes);
    }

    /// <summary>One record; null when there is no such node or record. Throws as <see cref="Read"/> does, but tells of one that cannot be read.</summary>
    public static StoredAuditRecord? Find(AuditStorage storage, string node, long sequence)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return storage.Nodes().Contains(node, StringComparer.Ordinal) ? storage.Read(node, sequence) : null;
    }

    private static IEnumerable<StoredAuditRecord> Merged(AuditStorage storage, AuditSearch search)
    {
        // A patient is known by her number in the EPD wherever anybody wrote it down beside her BSN.
        var known = search.Bsn is { } bsn ? search with { EpdIds = storage.EpdIdsOf(bsn) } : search;
        return RecordMerge.NewestFirst([.. storage.Nodes().Select(node => storage.Read(node, known))]);
    }
}
