namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>The stored rows of one node's trail, for verifying it.</summary>
internal interface ITrailRows : IDisposable
{
    /// <summary>True when nothing was ever stored. Throws AuditTrailRefusedException for what is no trail this program knows.</summary>
    bool IsEmpty();

    /// <summary>From here to <see cref="EndWindow"/> every scan sees one state of the trail.</summary>
    void BeginWindow();

    void EndWindow();

    /// <summary>sequence, time, event, outcome, actor, request_id, payload, previous, hash; in their order, at most <paramref name="window"/>.</summary>
    IScan Records(int window);

    /// <summary>sequence, position, epd_id, bsn; in the order of the records.</summary>
    IScan Patients();

    /// <summary>The record at this sequence, or null; also while scans are open.</summary>
    StoredRow? At(long sequence);

    IEnumerable<StoredRow> All();

    long LastSequence();

    /// <summary>True when what is there says that more follows, though nothing does.</summary>
    bool LacksNext();

    /// <summary>
    /// The first and the last record of these moments by their time column; where there is none, an empty range after the last record
    /// before them.
    /// </summary>
    TrailRange Span(string from, string until);
}
