using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Explanations;
using static ZorgverlenersPortaal.Tests.Dossier.Explanations.SomeLooks;

namespace ZorgverlenersPortaal.Tests.Dossier.Explanations;

public sealed class LookFolderTests
{
    [Fact]
    public void Fold_OneDay_CountsEachActApart()
    {
        var doctor = Assert.Single(Fold(
            Record(AuditEventType.PatientListShown, Ten.AddMinutes(-5), patient: "p9"),
            Record(AuditEventType.PatientOpened, Ten, facts: Fact("generalPractitioner", Agb, "Practitioner/gp1/3")),
            Record(AuditEventType.SectionShown, Ten.AddSeconds(1)), Record(AuditEventType.SectionShown, Ten.AddSeconds(2)),
            Record(AuditEventType.LetterOpened, Ten.AddSeconds(3)), Record(AuditEventType.RecordPrinted, Ten.AddSeconds(4)),
            Record(AuditEventType.OwnPatientSearched, Ten.AddSeconds(5)) with { Outcome = AuditOutcome.Refused, Patients = [new("", "999990019")] },
            Record(AuditEventType.AccessDenied, Ten.AddSeconds(6), patient: "p2") with { Outcome = AuditOutcome.Refused }));
        var look = Assert.Single(doctor.Looks);
        Assert.Equal((1, 2, 1, 1, 1, 1), (look.Opened, look.Sections, look.Letters, look.Printed, doctor.Lists, doctor.Searches.Count));
        Assert.Equal((2, Ten.AddSeconds(4), Day), (look.First.Sequence, look.Last, look.Day));
        Assert.Equal(new Explanation(ExplanationKind.OwnPatient, "Practitioner/gp1/3", Day, Day), look.Relations[0]);
        Assert.False(look.IsEmergency);
    }

    [Fact]
    public void Fold_AroundDutchMidnight_MakesTwoDays()
    {
        var midnight = new DateTimeOffset(2026, 3, 10, 23, 0, 0, TimeSpan.Zero);
        var days = Fold(Record(AuditEventType.PatientOpened, midnight.AddSeconds(-1)), Record(AuditEventType.PatientOpened, midnight));
        Assert.Equal([Day.AddDays(1), Day], days.Select(day => day.Day));
    }

    [Fact]
    public void Fold_Emergency_KeepsReasonIdleDelegationAndRestriction()
    {
        var look = Look(Emergency(facts: [Fact("delegation.idle", "OutsideShift", "delegation/d1"), Fact("restriction", "EmergencyOnly", "protection/x")]));
        Assert.True(look.IsEmergency);
        Assert.Equal(("sha256:w1", "delegation/d1", "protection/x"), (Assert.Single(look.Reasons), look.IdleDelegation, look.Restriction));
        Assert.Empty(look.Relations);
    }

    [Fact]
    public void Fold_OfAnyRecords_EqualsNaiveGrouping()
    {
        var record =
            from doctor in Gen.Choose(1, 3)
            from patient in Gen.Choose(1, 3)
            from minutes in Gen.Choose(0, 3 * 24 * 60)
            from node in Gen.Elements("a", "b")
            from kind in Gen.Elements(AuditEventType.PatientOpened, AuditEventType.SectionShown, AuditEventType.LetterOpened, AuditEventType.AccessDenied, AuditEventType.PatientListShown, AuditEventType.SignedIn)
            select (Record(kind, Ten.AddMinutes(minutes), patient: $"p{patient}") with { Actor = new() { UziNumber = $"90007100{doctor}", Name = "A" } }, node);
        Prop.ForAll(record.ListOf().ToArbitrary(), list =>
        {
            var stored = list.Select((one, i) => Stored(one.Item1, i + 1, one.node)).ToList();
            var folded = LookFolder.Fold(stored.OrderByDescending(one => one.Record.Time)).SelectMany(day => day).SelectMany(day => day.Looks)
                .Select(look => (look.UziNumber, look.PatientId, look.Day, look.Opened, look.Sections, look.Letters, look.First));
            var naive = stored.Where(one => one.Record.Event is AuditEventType.PatientOpened or AuditEventType.SectionShown or AuditEventType.LetterOpened)
                .GroupBy(one => (one.Record.Actor!.UziNumber!, one.Record.Patients[0].EpdId, LookFolder.DayOf(one.Record.Time)))
                .Select(group => (group.Key.Item1, group.Key.EpdId, group.Key.Item3, Count(group, AuditEventType.PatientOpened), Count(group, AuditEventType.SectionShown), Count(group, AuditEventType.LetterOpened),
                    group.Select(one => one.Place).Aggregate((one, other) => AuditPlace.IsBefore(other, one) ? other : one)));
            return folded.ToHashSet().SetEquals(naive);
        }).QuickCheckThrowOnFailure();

        static int Count(IEnumerable<StoredAuditRecord> all, AuditEventType type) => all.Count(one => one.Record.Event == type);
    }
}
