using System.Data.Common;

namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>
/// Lays the EPD's own access log beside the trail, by the request id that the portal sends to the EPD and writes in every record. The log is read
/// once and its lines kept small (<see cref="LineIndex"/>), then the trail is read as a stream.
/// </summary>
public static class TrailReconciliation
{
    /// <summary>A page that follows a list asks as long as its session lasts; and two clocks may stand on either side of midnight.</summary>
    private static readonly TimeSpan _margin = TimeSpan.FromDays(1);

    /// <summary>Acts that showed something of a patient that the EPD gave on the same request.</summary>
    private static readonly HashSet<AuditEventType> _shown =
    [
        AuditEventType.PatientListShown, AuditEventType.PatientOpened, AuditEventType.SectionShown, AuditEventType.LetterOpened, AuditEventType.RecordPrinted,
        AuditEventType.ListPrinted, AuditEventType.DischargeLettersShown, AuditEventType.LettersSearched, AuditEventType.PastShown, AuditEventType.OpenResultsShown,
        AuditEventType.BsnShown, AuditEventType.VersionsReviewed,
    ];

    /// <summary>
    /// Reads both. Throws <see cref="EpdLogException"/> for a log that is not understood, and <see cref="AuditUnavailableException"/> for a trail that
    /// is not there or cannot be read: no verdict then.
    /// </summary>
    /// <param name="storage">Where the trail is kept.</param>
    /// <param name="log">The EPD's log; its lines may be in any order.</param>
    /// <param name="from">Not before this moment.</param>
    /// <param name="until">Before this moment.</param>
    public static ReconciliationReport Run(AuditStorage storage, IEnumerable<EpdLogLine> log, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(log);
        var report = new ReconciliationReport();
        var index = Index(log, from, until, report);
        try
        {
            Confront(storage, index, from, until, report);
        }
        catch (Exception fault) when (fault is DbException or IOException or TimeoutException or FormatException)
        {
            throw new AuditUnavailableException("The trail cannot be read, so nothing is compared; run 'audit verify': " + fault.Message, fault);
        }
        Judge(index, report);
        return report;
    }

    private static LineIndex Index(IEnumerable<EpdLogLine> log, DateTimeOffset from, DateTimeOffset until, ReconciliationReport report)
    {
        var index = new LineIndex();
        foreach (var line in log)
        {
            var isInPeriod = line.IsPortals && line.Time >= from && line.Time < until;
            if (!line.IsPortals)
            {
                report.OfOthers++;
            }
            else if (!isInPeriod)
            {
                report.OfOtherDays++;
            }
            else
            {
                report.Lines++;
                report.See(line.Time);
            }
            if (line.IsPortals && line.Time >= from - _margin && line.Time < until + _margin)
            {
                index.Add(line, isInPeriod);
            }
        }
        index.Sort();
        return index;
    }

    private static void Confront(AuditStorage storage, LineIndex index, DateTimeOffset from, DateTimeOffset until, ReconciliationReport report)
    {
        if (!storage.Nodes().Any())
        {
            throw new AuditUnavailableException($"There is no trail in {storage.Name}.");
        }
        foreach (var stored in AuditReader.Walk(storage, new() { From = from - _margin, Until = until + _margin }))
        {
            var record = stored.Record;
            var isConfirmed = index.Confront(record);
            if (record.Time < from || record.Time >= until)
            {
                continue;
            }
            report.Records++;
            if (!isConfirmed && record.Outcome == AuditOutcome.Success && _shown.Contains(record.Event) && record.Patients.Any(patient => patient.EpdId.Length > 0))
            {
                report.Add(new(GapKind.NoLine, 0, stored.Node, stored.Sequence, RequestKey.IsOwn(record.RequestId) ? record.RequestId : null));
            }
        }
    }

    private static void Judge(LineIndex index, ReconciliationReport report)
    {
        foreach (var line in index.InOrder().Where(line => line.Has(LineMarks.InPeriod)))
        {
            if (line.Gap is { } gap)
            {
                report.Add(new(gap, line.Number, null, 0, line.Has(LineMarks.IsOwnRequest) ? RequestKey.Text(line.Request) : null));
            }
            else if (!line.Has(LineMarks.HasRequest))
            {
                report.AboutNobody++;
            }
            else
            {
                report.Matched++;
                report.Uncompared += line.Has(LineMarks.HasPatient) && !line.Has(LineMarks.IsNamed) ? 1 : 0;
            }
        }
    }
}
