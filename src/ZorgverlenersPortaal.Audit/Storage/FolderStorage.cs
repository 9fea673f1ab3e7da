using ZorgverlenersPortaal.Audit.Shipping;
using ZorgverlenersPortaal.Audit.Verification;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>Trails in a folder, SQLite files of their own for each node (docs/adr/0004, 0043).</summary>
internal sealed class FolderStorage(string folder) : AuditStorage(folder)
{
    public override bool IsOpenToTheNetwork => false;

    internal override IDisposable Hold(string node)
    {
        Directory.CreateDirectory(Name);
        return TrailLock.Take(Name, node);
    }

    internal override ITrailConnection Connect(AuditTrailOptions options, bool create) =>
        SegmentedTrail.Open(Name, options, create);

    internal override IEnumerable<string> Nodes() => TrailFiles.Nodes(Name);

    internal override IEnumerable<StoredAuditRecord> Read(string node, AuditFilter filter) => TrailQuery.Read(Name, node, filter);

    internal override IEnumerable<StoredAuditRecord> Read(string node, AuditSearch search) => TrailSearch.Read(Name, node, search);

    internal override StoredAuditRecord? Read(string node, long sequence) => TrailSearch.Read(Name, node, sequence);

    internal override IReadOnlyCollection<string> EpdIdsOf(string bsn) =>
        [.. Nodes().SelectMany(node => TrailFiles.Segments(Name, node)).SelectMany(segment => TrailSearch.EpdIds(segment, bsn)).Distinct(StringComparer.Ordinal)];

    internal override IReadOnlyList<StoredPayload> ReadAfter(string node, long sequence, int records, int bytes) => TrailForward.Read(Name, node, sequence, records, bytes);

    internal override long LastSequence(string node) => TrailForward.LastSequence(Name, node);

    internal override ITrailRows Rows(string node) => SegmentedRows.Of(TrailFiles.Segments(Name, node));

    internal override string Explain(Exception fault) => WriteFault.Explain(fault, Name);
}
