using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Export;

namespace ZorgverlenersPortaal.Tests.Audit.Export;

public sealed class AccessReportTests
{
    [Fact]
    public void Of_SameDayPersonAndGround_IsOneLineWithEachActOnce()
    {
        var lines = Of(Sample.Section(1), Sample.Section(8), Sample.Section(15) with { Category = "letters" });
        var line = Assert.Single(lines);
        Assert.Equal(("a/1", 2, Sample.Section(15).Time), (line.Reference, line.Acts.Count, line.Until));
    }

    [Fact]
    public void Of_AnotherPersonGroundPurposeOrDay_IsALineOfItsOwn()
    {
        var one = Sample.Section(1);
        var lines = Of(
            one,
            one with { Actor = one.Actor! with { UziNumber = "900099999" } },
            one with { Decision = one.Decision! with { Rule = "emergency" } },
            one with { Purpose = "ETREAT" },
            one with { OnBehalfOf = "900088888" },
            one with { Time = one.Time.AddDays(1) });
        Assert.Equal(6, lines.Count);
        Assert.Equal(["a/3", "a/4"], lines.Where(line => line.IsEmergency).Select(line => line.Reference));
    }

    [Fact]
    public void Of_WhatTheOfficerDidWithTheTrail_IsNoLook_ButSeeingWhatTheEpdSaysIsOne() => Assert.Equal(
        [AuditEventType.VersionsReviewed, AuditEventType.ReviewShown],
        Assert.Single(Of([.. Enum.GetValues<AuditEventType>().Where(type => (int)type >= 4000).Select(type => Sample.Section(1) with { Event = type })])).Acts.Select(act => act.Event));

    [Fact]
    public void Of_AnyRecords_LosesNoActAndKeepsTheOrder()
    {
        var records = (from second in Gen.Choose(0, 200_000) from type in Gen.Elements(AuditEventType.PatientOpened, AuditEventType.SectionShown, AuditEventType.AccessDenied) select (second, type)).ListOf();
        Prop.ForAll(records.ToArbitrary(), sample =>
        {
            AuditRecord[] all = [.. sample.Select(one => Sample.Section(one.second) with { Event = one.type })];
            var lines = Of(all);
            return lines.Select(line => line.First.Record.Time).SequenceEqual(lines.Select(line => line.First.Record.Time).Order())
                && all.All(record => lines.Any(line => line.Actor == record.Actor && line.First.Record.Time <= record.Time && record.Time <= line.Until
                    && line.Acts.Any(act => act.Event == record.Event)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_AnEmployee_GivesEachPatientALineAndListsOneTogether()
    {
        var look = Sample.Section(1) with { Patients = [new("pat-1", "999990019")] };
        var lines = Of(ReportShape.Employee, look, look with { Patients = [new("pat-2")] }, look with { Patients = [new("pat-1")] }, Sample.List(1, 3) with { Actor = look.Actor }, Sample.List(1, 4) with { Actor = look.Actor });
        Assert.Equal([("a/1", 2, 1), ("a/2", 1, 1), ("a/4", 2, 4)], lines.Select(line => (line.Reference, line.Records, line.Patients.Count)));
        Assert.Equal("999990019", Assert.Single(lines[0].Patients).Bsn);
    }

    [Fact]
    public void Of_APractice_LeavesOutWhatIsAboutNoPatient_AndAnotherOrganisationIsALineOfItsOwn()
    {
        var look = Sample.Section(1);
        var lines = Of(ReportShape.Practice, look, look with { Actor = look.Actor! with { Ura = "90000381" } }, look with { Actor = look.Actor! with { RoleCode = "01.047" } }, look with { Patients = [] });
        Assert.Equal(["a/1", "a/2", "a/3"], lines.Select(line => line.Reference));
    }

    [Fact]
    public void Of_ARecord_HoldsWhatTheOfficerDidAsWell() =>
        Assert.Equal(3, Assert.Single(Of(ReportShape.Record, Sample.Section(1), Sample.Section(1) with { Event = AuditEventType.PatientOverviewMade }, Sample.Section(1) with { Event = AuditEventType.TrailSearched })).Records);

    private static IReadOnlyList<OverviewLine> Of(params AuditRecord[] records) => Of(ReportShape.Patient, records);

    private static IReadOnlyList<OverviewLine> Of(ReportShape shape, params AuditRecord[] records) =>
        AccessReport.Of(shape, records.Select((record, i) => new StoredAuditRecord("a", i + 1, record, "")), moment => DateOnly.FromDateTime(moment.UtcDateTime));
}
