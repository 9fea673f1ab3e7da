namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>What came of laying the EPD's log beside the trail.</summary>
public sealed class ReconciliationReport
{
    /// <summary>Of each kind no more gaps than this are named; all are counted.</summary>
    public const int MostGaps = 1000;

    private readonly Dictionary<GapKind, int> _counts = [];
    private readonly List<ReconciliationGap> _gaps = [];

    internal ReconciliationReport()
    {
    }

    /// <summary>Lines of the portal in the days asked for, each with one patient or none.</summary>
    public int Lines { get; internal set; }

    /// <summary>Of those: lines whose request the trail knows, about the same patient or nobody.</summary>
    public int Matched { get; internal set; }

    /// <summary>Of those that match: lines whose patient could not be compared, because the record names a period or nobody, or patients without a BSN.</summary>
    public int Uncompared { get; internal set; }

    /// <summary>Lines without a request id and about nobody, such as the questions what the EPD can do.</summary>
    public int AboutNobody { get; internal set; }

    /// <summary>Lines of others than the portal, passed over.</summary>
    public int OfOthers { get; internal set; }

    /// <summary>Lines of the portal on other days.</summary>
    public int OfOtherDays { get; internal set; }

    /// <summary>Records in the trail of these days.</summary>
    public int Records { get; internal set; }

    /// <summary>The first of the lines, by the EPD's clock; null when there is none.</summary>
    public DateTimeOffset? First { get; internal set; }

    /// <summary>The last of them.</summary>
    public DateTimeOffset? Last { get; internal set; }

    /// <summary>The gaps, at most <see cref="MostGaps"/> of each kind: grave ones first, lines in the order of the log and records newest first.</summary>
    public IEnumerable<ReconciliationGap> Gaps => _gaps.OrderBy(gap => gap.Kind).ThenBy(gap => gap.Number);

    /// <summary>A look may have been made without a record.</summary>
    public bool IsGrave => Enum.GetValues<GapKind>().Any(kind => IsGraveKind(kind) && Count(kind) > 0);

    /// <summary>May a gap of this kind be a look without a record?</summary>
    public static bool IsGraveKind(GapKind kind) => kind is GapKind.NoRecord or GapKind.NoRequestId or GapKind.OtherPatient;

    /// <summary>All gaps of a kind.</summary>
    public int Count(GapKind kind) => _counts.GetValueOrDefault(kind);

    internal void Add(ReconciliationGap gap)
    {
        if ((_counts[gap.Kind] = Count(gap.Kind) + 1) <= MostGaps)
        {
            _gaps.Add(gap);
        }
    }

    internal void See(DateTimeOffset time)
    {
        First = First is { } first && first <= time ? first : time;
        Last = Last is { } last && last >= time ? last : time;
    }
}
