using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Reconciliation;

namespace ZorgverlenersPortaal.Tests.Audit.Reconciliation;

/// <summary>Every gap between the EPD's log and the trail is found, both ways, and none is invented.</summary>
public sealed class TrailReconciliationTests : IDisposable
{
    private static readonly DateTimeOffset _day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TrailFolder _trail = new();
    private AuditTrail? _open;

    /// <summary>What somebody did to one look between the EPD and the trail.</summary>
    private enum Deed
    {
        Nothing,
        RecordTaken,
        LineTaken,
        OtherPatient,
        NoRequestId,
    }

    public void Dispose()
    {
        _open?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _trail.Dispose();
    }

    [Fact]
    public void Run_AnyLooksWithPlantedGaps_FindsEachOfThemAndNoOther()
    {
        var look =
            from deed in Gen.Elements(Deed.Nothing, Deed.Nothing, Deed.Nothing, Deed.RecordTaken, Deed.LineTaken, Deed.OtherPatient, Deed.NoRequestId)
            from kind in Gen.Elements(AuditEventType.SectionShown, AuditEventType.PatientOpened, AuditEventType.PatientListShown)
            from records in Gen.Choose(1, 3)
            from isOwnId in Gen.Elements(true, true, false)
            from lines in Gen.Choose(1, 3)
            select (deed, kind, records, isOwnId, lines);
        var round = 0;
        Prop.ForAll(look.ListOf().Where(looks => looks.Count > 0).ToArbitrary(), looks =>
        {
            // Each round has days of its own in the same trail.
            var from = _day.AddDays(10 * ++round);
            List<EpdLogLine> log = [];
            List<(GapKind, int, long, string?)> expected = [];
            List<(AuditRecord Record, bool HasLine)> recorded = [];
            foreach (var ((deed, kind, records, isOwnId, lines), at) in looks.Select((one, at) => (one, at)))
            {
                var request = isOwnId ? (((UInt128)round << 64) + (UInt128)at).ToString("x32", CultureInfo.InvariantCulture) : $"other:{round}.{at}";
                for (var i = 0; i < records && deed != Deed.RecordTaken; i++)
                {
                    recorded.Add((Record(request, from.AddHours(at % 24), kind, $"p{at}", "p-also"), deed == Deed.Nothing));
                }
                for (var i = 0; i < lines && deed != Deed.LineTaken; i++)
                {
                    var line = Line(log.Count + 1, request, deed == Deed.OtherPatient ? "p-other" : $"p{at}", from.AddHours(at % 24));
                    log.Add(deed == Deed.NoRequestId ? line with { RequestId = null } : line);
                    GapKind? gap = deed switch
                    {
                        Deed.RecordTaken => GapKind.NoRecord,
                        Deed.NoRequestId => GapKind.NoRequestId,
                        Deed.OtherPatient => kind == AuditEventType.PatientListShown ? GapKind.NotOnList : GapKind.OtherPatient,
                        _ => null,
                    };
                    if (gap is { } known)
                    {
                        expected.Add((known, line.Number, 0, isOwnId && known != GapKind.NoRequestId ? request : null));
                    }
                }
            }
            // All at once: one commit for many.
            var sequences = Task.WhenAll(recorded.Select(one => AppendAsync(one.Record))).GetAwaiter().GetResult();
            expected.AddRange(recorded.Zip(sequences).Where(pair => !pair.First.HasLine).Select(pair =>
                (GapKind.NoLine, 0, pair.Second, pair.First.Record.RequestId is { Length: 32 } own ? own : null)));
            var report = TrailReconciliation.Run(_trail.Storage, Shuffled(log), from, from.AddDays(1));

            Assert.Equal(expected.Order(), report.Gaps.Select(gap => (gap.Kind, gap.Number, gap.Sequence, gap.RequestId)).Order());
            Assert.Equal(log.Count, report.Matched + expected.Count(gap => gap.Item1 != GapKind.NoLine));
            Assert.Equal(expected.Any(gap => gap.Item1 is GapKind.NoRecord or GapKind.NoRequestId or GapKind.OtherPatient), report.IsGrave);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Run_LineWithoutRequestIdAboutNobody_IsCountedAndNoGap()
    {
        Append(Record("r1", _day, AuditEventType.SectionShown, "p1"));
        var report = Run(Line(1, null, null), Line(2, "r1", null), Line(3, "r1", "p1"));
        Assert.Equal((1, 2, 0), (report.AboutNobody, report.Matched, report.Gaps.Count()));
    }

    [Fact]
    public void Run_UnknownRequestAboutNobody_IsGrave()
    {
        Append(Record("r1", _day, AuditEventType.SectionShown, "p1"));
        var report = Run(Line(1, "r1", "p1"), Line(2, "r2", null));
        Assert.Equal((GapKind.NoRecord, 2, true), (Assert.Single(report.Gaps).Kind, report.Gaps.Single().Number, report.IsGrave));
    }

    [Fact]
    public void Run_TwoClocksAroundMidnight_StillMatch_AndOtherDaysAreNoGaps()
    {
        Append(Record("r1", _day.AddSeconds(-1), AuditEventType.SectionShown, "p1"));
        Append(Record("r2", _day.AddSeconds(1), AuditEventType.SectionShown, "p1"));
        Append(Record("r3", _day.AddHours(-3), AuditEventType.SectionShown, "p1"));
        var report = Run(Line(1, "r1", "p1", _day.AddSeconds(1)), Line(2, "r2", "p1", _day.AddSeconds(-1)), Line(3, "r4", "p1", _day.AddDays(1)));
        Assert.Equal((1, 2, 1, 1), (report.Lines, report.OfOtherDays, report.Matched, report.Records));
        Assert.Empty(report.Gaps);
    }

    [Fact]
    public void Run_LinesOfOthers_AreCountedAndNeverCompared()
    {
        Append(Record("r1", _day, AuditEventType.AccessDenied, "p1"));
        var report = Run(Line(1, "r9", "p1") with { IsPortals = false });
        Assert.Equal((1, 0, false), (report.OfOthers, report.Lines, report.IsGrave));
    }

    [Theory]
    [InlineData("900186021", "900186021", null, 0)]
    [InlineData("900186021", "999990019", GapKind.OtherPatient, 0)]
    [InlineData(null, "999990019", null, 1)]
    public void Run_LineWithABsnOnly_IsComparedByIt(string? recorded, string told, GapKind? gap, int uncompared)
    {
        Append(Record("r1", _day, AuditEventType.SectionShown) with { Patients = [new("p1", recorded)] });
        var report = Run(Line(1, "r1", null) with { Bsn = told });
        Assert.Equal((gap, uncompared), (report.Gaps.Where(one => one.Kind != GapKind.NoLine).Select(one => (GapKind?)one.Kind).SingleOrDefault(), report.Uncompared));
    }

    [Fact]
    public void Run_ReviewOfLooks_MatchesAnyPatientByItsRequest()
    {
        Append(Record("r1", _day, AuditEventType.LooksReviewed));
        var report = Run(Line(1, "r1", "p1"), Line(2, "r1", "p2"));
        Assert.Equal((2, 2, 0), (report.Matched, report.Uncompared, report.Gaps.Count()));
    }

    [Fact]
    public void Run_RefusedLookWithoutALine_IsNoGap()
    {
        Append(Record("r1", _day, AuditEventType.SectionShown, "p1") with { Outcome = AuditOutcome.Refused });
        Append(Record("r2", _day, AuditEventType.SignedIn));
        Assert.Empty(Run().Gaps);
    }

    [Fact]
    public void Run_MoreGapsThanAreNamed_CountsThemAll()
    {
        Append(Record("r1", _day, AuditEventType.SectionShown, "p1"));
        var report = Run([.. Enumerable.Range(1, 2500).Select(i => Line(i, $"r-{i}", "p1"))]);
        Assert.Equal((2500, 1000), (report.Count(GapKind.NoRecord), report.Gaps.Count(gap => gap.Kind == GapKind.NoRecord)));
        Assert.Equal(Enumerable.Range(1, 1000), report.Gaps.Where(gap => gap.Kind == GapKind.NoRecord).Select(gap => gap.Number));
    }

    [Fact]
    public void Run_MoreLinesThanFitInMemory_AsksForFewerDays()
    {
        Append(Record("r1", _day, AuditEventType.SectionShown, "p1"));
        var line = Line(1, new string('a', 32), null);
        Assert.Contains("reconcile fewer days", Assert.Throws<EpdLogException>(() => Run(Enumerable.Repeat(line, 2_000_001))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoTrail_SaysSo() => Assert.StartsWith("There is no trail in ", Assert.Throws<AuditUnavailableException>(
        () => TrailReconciliation.Run(AuditStorage.InFolder(_trail.Root), [], _day, _day.AddDays(1))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Run_RecordThatIsNoneAnyMore_GivesNoVerdict()
    {
        Append(Record("r1", _day, AuditEventType.SectionShown, "p1"));
        await _open!.DisposeAsync();
        _open = null;
        _trail.Tamper("UPDATE record SET payload = x'7b7d' WHERE sequence = 1");
        Assert.Contains("run 'audit verify'", Assert.Throws<AuditUnavailableException>(() => Run(Line(1, "r1", "p1"))).Message, StringComparison.Ordinal);
    }

    private ReconciliationReport Run(params IEnumerable<EpdLogLine> log) => TrailReconciliation.Run(_trail.Storage, log, _day, _day.AddDays(1));

    private void Append(AuditRecord record) => AppendAsync(record).GetAwaiter().GetResult();

    private async Task<long> AppendAsync(AuditRecord record) => (await (_open ??= AuditTrail.Open(_trail.Options, _trail.Clock)).AppendAsync(record, default)).Sequence;

    private static AuditRecord Record(string request, DateTimeOffset time, AuditEventType type, params string[] patients) => Sample.Section(1) with
    {
        Event = type,
        Time = time,
        RequestId = request,
        Patients = [.. patients.Select(patient => new AuditPatient(patient))],
    };

    private static EpdLogLine Line(int number, string? request, string? patient, DateTimeOffset? time = null) =>
        new() { Number = number, IsPortals = true, Time = time ?? _day.AddHours(1), RequestId = request, PatientId = patient };

    /// <summary>Always in the same other order.</summary>
    private static IEnumerable<EpdLogLine> Shuffled(List<EpdLogLine> log) => log.OrderBy(line => line.Number * 7919L % 104_729);
}
