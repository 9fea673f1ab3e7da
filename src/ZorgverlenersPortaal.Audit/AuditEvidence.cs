using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit;

/// <summary>
/// Puts records aside as evidence and compares them later with what they were: by their bytes, not by the hash that stands beside them,
/// which whoever changes a record leaves as it is. Who shows them to a person records that first.
/// </summary>
public sealed class AuditEvidence(AuditStorage storage)
{
    private const int MostRecords = 10_000;

    /// <summary>
    /// The records of one patient from one session between two moments, in their order: one look. Throws
    /// <see cref="AuditUnavailableException"/> when the trail cannot be read.
    /// </summary>
    public Task<IReadOnlyList<StoredAuditRecord>> LookAsync(string patientId, string? session, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        AuditLog.ReadAsync<IReadOnlyList<StoredAuditRecord>>(() =>
        [
            .. AuditReader.Read(storage, new() { PatientId = patientId, Limit = MostRecords })
                .Where(stored => stored.Record.Actor?.SessionId == session && stored.Record.Time >= from && stored.Record.Time <= until)
                .OrderBy(stored => stored.Record.Time).ThenBy(stored => stored.Sequence),
        ], cancellation);

    /// <summary>One record, for the portal itself; null when there is none there, or none that can be read.</summary>
    public Task<StoredAuditRecord?> FindAsync(string node, long sequence, CancellationToken cancellation) =>
        AuditLog.ReadAsync(() => AuditReader.Find(storage, node, sequence) is { IsReadable: true } found ? found : null, cancellation);

    /// <summary>All records of these kinds from a moment until before another, oldest first; as <see cref="LookAsync"/> throws.</summary>
    public Task<IReadOnlyList<StoredAuditRecord>> OfKindAsync(
        IReadOnlyCollection<AuditEventType> events, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellation) =>
        AuditLog.ReadAsync<IReadOnlyList<StoredAuditRecord>>(() =>
        [
            .. AuditReader.Find(storage, new() { Events = events, From = from, Until = until, Limit = int.MaxValue, MostRead = int.MaxValue }).Records.Reverse(),
        ], cancellation);

    /// <summary>The newest record of a kind since a moment; null when there is none.</summary>
    public Task<StoredAuditRecord?> LastAsync(AuditEventType type, DateTimeOffset since, CancellationToken cancellation) =>
        AuditLog.ReadAsync(() => AuditReader.Find(storage, new() { Events = [type], From = since, Limit = 1, MostRead = int.MaxValue }).Records is [var last, ..] ? last : null, cancellation);

    /// <summary>What the trail holds now at each of these places, in the order given.</summary>
    public Task<IReadOnlyList<EvidenceRead>> CompareAsync(IReadOnlyList<FrozenRecord> frozen, CancellationToken cancellation) =>
        AuditLog.ReadAsync<IReadOnlyList<EvidenceRead>>(() =>
        {
            var nodes = storage.Nodes().ToHashSet(StringComparer.Ordinal);
            Dictionary<FrozenRecord, EvidenceRead> found = [];
            foreach (var ofNode in frozen.Distinct().GroupBy(one => one.Node, StringComparer.Ordinal))
            {
                foreach (var read in nodes.Contains(ofNode.Key) ? Compare(ofNode.Key, [.. ofNode]) : ofNode.Select(one => new EvidenceRead(one, EvidenceState.Gone, null)))
                {
                    found[read.Frozen] = read;
                }
            }
            return [.. frozen.Select(one => found[one])];
        }, cancellation);

    private List<EvidenceRead> Compare(string node, IReadOnlyList<FrozenRecord> frozen)
    {
        using var rows = storage.Rows(node);
        var hash = new RecordHash(node);
        List<EvidenceRead> read = [];
        rows.BeginWindow();
        foreach (var one in frozen)
        {
            if (rows.At(one.Sequence) is not { } row)
            {
                read.Add(new(one, EvidenceState.Gone, null));
                continue;
            }
            var computed = new byte[RecordHash.Size];
            hash.Compute(row.Previous, row.Sequence, row.Payload, computed);
            var isSame = Convert.ToHexStringLower(computed) == one.Hash;
            read.Add(new(one, isSame ? EvidenceState.AsItWas : EvidenceState.Changed, Understood(node, row)));
        }
        rows.EndWindow();
        return read;
    }

    /// <summary>What was changed by hand may be no record any more.</summary>
    private static StoredAuditRecord? Understood(string node, Verification.StoredRow row)
    {
        try
        {
            return new(node, row.Sequence, PayloadReader.Read(row.Payload), Convert.ToHexStringLower(row.Hash));
        }
        catch (Exception fault) when (fault is FormatException or System.Text.Json.JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
