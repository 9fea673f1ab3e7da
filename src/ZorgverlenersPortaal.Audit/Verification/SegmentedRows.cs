using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>The rows of a trail over all its segments, in their order: the chain does not see where one file ends.</summary>
internal sealed class SegmentedRows : ITrailRows
{
    private readonly List<SqliteRows> _segments = [];
    private bool _isLastBegun;

    private SegmentedRows(IEnumerable<TrailSegment> segments)
    {
        try
        {
            foreach (var segment in segments)
            {
                Add(new SqliteRows(segment.Path));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Of these segments, the oldest first.</summary>
    public static ITrailRows Of(IReadOnlyList<TrailSegment> segments) => segments.Count == 1 ? new SqliteRows(segments[0].Path) : new SegmentedRows(segments);

    public bool IsEmpty() => _segments.Count == 0;

    public void BeginWindow() => _segments.ForEach(segment => segment.BeginWindow());

    public void EndWindow() => _segments.ForEach(segment => segment.EndWindow());

    public IScan Records(int window) => new JoinedScan([.. _segments.Select(segment => segment.Records(window))], window);

    public IScan Patients() => new JoinedScan([.. _segments.Select(segment => segment.Patients())], long.MaxValue);

    public StoredRow? At(long sequence) => _segments.Select(segment => segment.At(sequence)).FirstOrDefault(row => row is not null);

    public IEnumerable<StoredRow> All() => _segments.SelectMany(segment => segment.All());

    public long LastSequence() => _segments.Max(segment => segment.LastSequence());

    public TrailRange Span(string from, string until)
    {
        var spans = _segments.ConvertAll(segment => segment.Span(from, until));
        return spans.FindAll(span => span.Last >= span.First) is { Count: > 0 } found
            ? new(found.Min(span => span.First), found.Max(span => span.Last))
            : new(spans.Max(span => span.First), spans.Max(span => span.Last));
    }

    /// <summary>Of the newest file, also of one that was just begun.</summary>
    public bool LacksNext() => _isLastBegun && _segments[^1].LacksNext();

    public void Dispose() => _segments.ForEach(segment => segment.Dispose());

    /// <summary>One that was just begun, and holds no tables yet, has nothing to tell.</summary>
    private void Add(SqliteRows segment)
    {
        _segments.Add(segment);
        _isLastBegun = !segment.IsEmpty();
        if (!_isLastBegun)
        {
            _segments.Remove(segment);
            segment.Dispose();
        }
    }
}
