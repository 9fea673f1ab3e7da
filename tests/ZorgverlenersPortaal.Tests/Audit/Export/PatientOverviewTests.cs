using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Export;

namespace ZorgverlenersPortaal.Tests.Audit.Export;

public sealed class PatientOverviewTests
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

    private static IReadOnlyList<OverviewLine> Of(params AuditRecord[] records) =>
        PatientOverview.Of(records.Select((record, i) => new StoredAuditRecord("a", i + 1, record, "")), moment => DateOnly.FromDateTime(moment.UtcDateTime));
}
