namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>
/// The reports of NEN 7513: in order of time, what one person did on one day on one ground in one line. Where the report is not of one
/// patient, each has a line of her own; lists of many share one, and the record itself tells who was on it.
/// </summary>
public static class AccessReport
{
    // For a patient: what the hospital's own staff did with the trail is not a look at the record; it stays in the trail.
    // What the EPD says beside a look (VersionsReviewed, ReviewShown) is one.
    private static readonly HashSet<AuditEventType> _ofTheTrail =
        [AuditEventType.TrailSearched, AuditEventType.TrailRecordShown, AuditEventType.TrailExported, AuditEventType.PatientOverviewMade, AuditEventType.AccessReportMade, AuditEventType.TrailVerified,
            AuditEventType.CaseOpened, AuditEventType.CaseEvidenceAdded, AuditEventType.CaseAsked, AuditEventType.CaseExplained, AuditEventType.CaseClosed,
            AuditEventType.CaseBreachProposed, AuditEventType.CaseBreachDecided, AuditEventType.CaseReopened, AuditEventType.CaseAssigned, AuditEventType.CaseShown,
            AuditEventType.LooksReviewed, AuditEventType.SampleSeeded, AuditEventType.ReviewRulesLoaded, AuditEventType.TrailReconciled, AuditEventType.BackupMade];

    /// <summary>The lines of these records; <paramref name="dayOf"/> gives the day of a moment.</summary>
    public static IReadOnlyList<OverviewLine> Of(ReportShape shape, IEnumerable<StoredAuditRecord> records, Func<DateTimeOffset, DateOnly> dayOf)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
        [
            .. records.Where(stored => !stored.IsReadable || IsOf(shape, stored.Record))
                .OrderBy(stored => stored.Record.Time).ThenBy(stored => stored.Node, StringComparer.Ordinal).ThenBy(stored => stored.Sequence)
                .GroupBy(stored => (Day: dayOf(stored.Record.Time), Who(stored.Record), stored.Record.OnBehalfOf, stored.Record.Decision?.Rule, stored.Record.Purpose, stored.IsReadable ? Whom(shape, stored.Record) : FormattableString.Invariant($"unreadable {stored.Node}/{stored.Sequence}")))
                .Select(day => new OverviewLine
                {
                    Day = day.Key.Day,
                    First = day.First(),
                    Until = day.Max(stored => stored.Record.Time),
                    Records = day.Count(),
                    Patients = [.. day.SelectMany(stored => stored.Record.Patients).OrderBy(patient => patient.Bsn is null).DistinctBy(Key)],
                    Acts = [.. day.Select(stored => new OverviewAct(stored.Record.Event, stored.Record.Category, stored.Record.Outcome)).Distinct()],
                }),
        ];
    }

    private static bool IsOf(ReportShape shape, AuditRecord record) => shape switch
    {
        ReportShape.Patient => !_ofTheTrail.Contains(record.Event),
        ReportShape.Practice => record.Patients.Count > 0,
        ReportShape.Employee or ReportShape.Record => true,
    };

    /// <summary>A card without a UZI number is told apart by its name; another card of the same person may be of another organisation or role.</summary>
    private static (string? Person, string? Ura, string? Role) Who(AuditRecord record) =>
        (record.Actor?.UziNumber ?? record.Actor?.Name, record.Actor?.Ura, record.Actor?.RoleCode);

    private static string Whom(ReportShape shape, AuditRecord record) => (shape, record.Patients) switch
    {
        (ReportShape.Patient or ReportShape.Record, _) or (_, []) => "",
        (_, [var one]) => Key(one),
        _ => "list",
    };

    private static string Key(AuditPatient patient) => patient.EpdId.Length > 0 ? "id " + patient.EpdId : "bsn " + patient.Bsn;
}
