namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>
/// Who looked at a patient's record (art. 15e Wabvpz): in order of time, what one person did on one day on one ground in one line.
/// </summary>
public static class PatientOverview
{
    // What the hospital's own staff did with the trail is not a look at the record; it stays in the trail.
    // What the EPD says beside a look (VersionsReviewed, ReviewShown) is one.
    private static readonly HashSet<AuditEventType> _ofTheTrail =
        [AuditEventType.TrailSearched, AuditEventType.TrailRecordShown, AuditEventType.TrailExported, AuditEventType.PatientOverviewMade, AuditEventType.TrailVerified,
            AuditEventType.CaseOpened, AuditEventType.CaseEvidenceAdded, AuditEventType.CaseAsked, AuditEventType.CaseExplained, AuditEventType.CaseClosed,
            AuditEventType.CaseBreachProposed, AuditEventType.CaseBreachDecided, AuditEventType.CaseReopened, AuditEventType.CaseAssigned, AuditEventType.CaseShown,
            AuditEventType.LooksReviewed, AuditEventType.SampleSeeded, AuditEventType.ReviewRulesLoaded];

    /// <summary>The lines of these records of one patient; <paramref name="dayOf"/> gives the day of a moment.</summary>
    public static IReadOnlyList<OverviewLine> Of(IEnumerable<StoredAuditRecord> records, Func<DateTimeOffset, DateOnly> dayOf)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
        [
            .. records.Where(stored => !_ofTheTrail.Contains(stored.Record.Event))
                .OrderBy(stored => stored.Record.Time).ThenBy(stored => stored.Node, StringComparer.Ordinal).ThenBy(stored => stored.Sequence)
                .GroupBy(stored => (Day: dayOf(stored.Record.Time), Who: Who(stored.Record), stored.Record.OnBehalfOf, stored.Record.Decision?.Rule, stored.Record.Purpose))
                .Select(day => new OverviewLine
                {
                    Day = day.Key.Day,
                    First = day.First(),
                    Until = day.Max(stored => stored.Record.Time),
                    Acts = [.. day.Select(stored => new OverviewAct(stored.Record.Event, stored.Record.Category, stored.Record.Outcome)).Distinct()],
                }),
        ];
    }

    /// <summary>A card without a UZI number is told apart by its name.</summary>
    private static string? Who(AuditRecord record) => record.Actor?.UziNumber ?? record.Actor?.Name;
}
