namespace ZorgverlenersPortaal.Audit.Records;

/// <summary>Records of several nodes or segments in one order, read as they are asked for.</summary>
internal static class RecordMerge
{
    /// <summary>The newest first, of parts that each have their newest first.</summary>
    public static IEnumerable<StoredAuditRecord> NewestFirst(IReadOnlyList<IEnumerable<StoredAuditRecord>> parts)
    {
        var open = parts.Select(part => part.GetEnumerator()).ToList();
        try
        {
            PriorityQueue<IEnumerator<StoredAuditRecord>, AuditPlace> next = new(open.Where(part => part.MoveNext()).Select(part => (part, part.Current.Place)), AuditPlace.NewestFirst);
            while (next.TryDequeue(out var part, out _))
            {
                yield return part.Current;
                if (part.MoveNext())
                {
                    next.Enqueue(part, part.Current.Place);
                }
            }
        }
        finally
        {
            open.ForEach(part => part.Dispose());
        }
    }
}
