using System.Runtime.InteropServices;

namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>
/// The portal's lines of the EPD's log, in 48 bytes each and at most <see cref="MostLines"/>, sorted by request: that is all of the log that is in memory,
/// and nothing of the trail is. Patients are hashes in it.
/// </summary>
internal sealed class LineIndex
{
    public const int MostLines = 2_000_000;

    /// <summary>A list shows fewer than it is given, and a search that finds several shows nobody: the EPD gave them all the same.</summary>
    private static readonly HashSet<AuditEventType> _lists =
    [
        AuditEventType.PatientListShown, AuditEventType.ListPrinted, AuditEventType.ListFailed, AuditEventType.ListWatched, AuditEventType.DischargeLettersShown,
        AuditEventType.OpenResultsShown, AuditEventType.EmergencySearched, AuditEventType.OwnPatientSearched,
    ];

    private readonly List<IndexedLine> _lines = [];

    /// <summary>Throws <see cref="EpdLogException"/> when there are too many.</summary>
    public void Add(EpdLogLine line, bool isInPeriod)
    {
        if (_lines.Count == MostLines)
        {
            throw new EpdLogException(FormattableString.Invariant($"These days have more than {MostLines} lines of the portal; reconcile fewer days at a time."));
        }
        var marks = (isInPeriod ? LineMarks.InPeriod : LineMarks.None)
            | (line.RequestId is { } id ? LineMarks.HasRequest | (RequestKey.IsOwn(id) ? LineMarks.IsOwnRequest : LineMarks.None) : LineMarks.None)
            | (line.PatientId is not null ? LineMarks.HasPatient : line.Bsn is not null ? LineMarks.HasPatient | LineMarks.IsBsn : LineMarks.None);
        _lines.Add(new()
        {
            Number = line.Number,
            Marks = marks,
            Request = line.RequestId is null ? default : RequestKey.Of(line.RequestId),
            Patient = line.PatientId is { } patient ? RequestKey.OfPatient(patient) : line.Bsn is { } bsn ? RequestKey.OfBsn(bsn) : default,
        });
    }

    public void Sort() => _lines.Sort(static (one, other) => one.Request.CompareTo(other.Request));

    /// <summary>Marks the lines of a record's request; true when one of them is about a patient of the record, or may be.</summary>
    public bool Confront(AuditRecord record)
    {
        var request = RequestKey.Of(record.RequestId);
        var lines = CollectionsMarshal.AsSpan(_lines);
        HashSet<UInt128>? named = null;
        var isConfirmed = false;
        for (var at = FirstOf(lines, request); at < lines.Length && lines[at].Request == request; at++)
        {
            ref var line = ref lines[at];
            if (!line.Marks.HasFlag(LineMarks.HasRequest))
            {
                continue;
            }
            named ??= [.. record.Patients.Select(patient => RequestKey.OfPatient(patient.EpdId)), .. record.Patients.Where(patient => patient.Bsn is not null).Select(patient => RequestKey.OfBsn(patient.Bsn!))];
            var isNamed = named.Contains(line.Patient);
            var isUnnameable = record.Event is AuditEventType.LooksReviewed or AuditEventType.ReviewShown or AuditEventType.LookAbandoned
                || (line.Marks.HasFlag(LineMarks.IsBsn) && record.Patients.Any(patient => patient.Bsn is null));
            isConfirmed |= isNamed || isUnnameable || !line.Marks.HasFlag(LineMarks.HasPatient);
            line.Marks |= LineMarks.IsKnown
                | (isNamed ? LineMarks.IsNamed : LineMarks.None)
                | (isUnnameable ? LineMarks.IsUnnameable : LineMarks.None)
                | (_lists.Contains(record.Event) ? LineMarks.IsList : LineMarks.None);
        }
        return isConfirmed;
    }

    /// <summary>The lines in the order of the log; no record can be confronted after this.</summary>
    public IEnumerable<IndexedLine> InOrder()
    {
        _lines.Sort(static (one, other) => one.Number.CompareTo(other.Number));
        return _lines;
    }

    /// <summary>The first line whose request is not before this one.</summary>
    private static int FirstOf(ReadOnlySpan<IndexedLine> lines, UInt128 request)
    {
        var (from, until) = (0, lines.Length);
        while (from < until)
        {
            var middle = from + (until - from) / 2;
            (from, until) = lines[middle].Request < request ? (middle + 1, until) : (from, middle);
        }
        return from;
    }
}
