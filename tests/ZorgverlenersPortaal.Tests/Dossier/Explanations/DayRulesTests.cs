using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Explanations;
using static ZorgverlenersPortaal.Tests.Dossier.Explanations.SomeLooks;

namespace ZorgverlenersPortaal.Tests.Dossier.Explanations;

/// <summary>What raises a doctor's day as a whole, and the review that reads a trail.</summary>
public sealed class DayRulesTests
{
    [Theory]
    [InlineData(24, 2, false)]
    [InlineData(25, 2, true)]
    [InlineData(25, 3, false)]
    public void ManyPatients_WithinTheHour_IsRaised(int patients, int minutesApart, bool isRaised)
    {
        var day = Assert.Single(Fold([.. Enumerable.Range(0, patients).Select(i => Record(AuditEventType.PatientOpened, Ten.AddMinutes(i * minutesApart), patient: $"m{i}"))]));
        Assert.Equal(isRaised ? patients : 0, DayRules.Patients(day, _ => false, Rules)?.Count ?? 0);
        Assert.Null(DayRules.Patients(day, look => look.PatientId is "m0" or "m1", Rules));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void SearchBurst_WithoutOpening_IsRaised(int searches, bool isRaised)
    {
        var records = Enumerable.Range(0, searches).Select(i => Searched(Ten.AddMinutes(i), null)).ToList();
        Assert.Equal(isRaised, DayRules.Searches(Assert.Single(Fold([.. records])), Rules) is not null);
    }

    [Fact]
    public void SearchBurst_WhereEachIsOpened_RaisesNothing()
    {
        var records = Enumerable.Range(0, 6).SelectMany(i => new[] { Searched(Ten.AddMinutes(i), $"s{i}"), Record(AuditEventType.PatientOpened, Ten.AddMinutes(i).AddSeconds(5), patient: $"s{i}") });
        Assert.Null(DayRules.Searches(Assert.Single(Fold([.. records])), Rules));
    }

    [Fact]
    public async Task Run_ManyOwnPatientsWithoutContact_RaisesTheDayOnce()
    {
        var records = Enumerable.Range(0, 40).Select(i => Record(AuditEventType.PatientOpened, Ten.AddMinutes(i), patient: $"m{i}"));
        var all = await RunAsync(records, id => Facts() with { PatientId = id }, Day);
        Assert.Equal((40, "ManyPatients"), (all.Count(one => one.Look is not null && one.IsClosed), Rule(Assert.Single(all, one => !one.IsClosed))));
        Assert.DoesNotContain(await RunAsync(records, id => Facts(Visit(1)) with { PatientId = id }, Day), one => !one.IsClosed);
    }

    [Fact]
    public async Task Run_EmergenciesBeforeThePeriod_CountAsRepeatedAndAreNotListed()
    {
        var records = Enumerable.Range(0, 4).SelectMany(i => Emergency(Ten.AddDays(-i), $"w{i}", $"e{i}"));
        var all = await RunAsync(records, id => Facts() with { PatientId = id }, Day);
        Assert.Equal("EmergencyWithoutContact RepeatedByDoctor", Rule(Assert.Single(all)));
    }

    [Fact]
    public async Task Run_TwoDays_GivesEachLookOnce()
    {
        AuditRecord[] records = [Record(AuditEventType.PatientOpened, Ten), Record(AuditEventType.PatientOpened, Ten.AddDays(1)), .. Emergency(Ten.AddDays(1).AddHours(1), patient: "p2")];
        var all = await RunAsync(records, id => Facts() with { PatientId = id }, Day);
        Assert.Equal(3, all.Select(one => one.First).Distinct().Count());
        Assert.Equal(3, all.Count);
    }

    private static AuditRecord Searched(DateTimeOffset time, string? found) => Record(AuditEventType.EmergencySearched, time, "identity-search") with
    {
        Outcome = found is null ? AuditOutcome.Refused : AuditOutcome.Success,
        Patients = [new(found ?? "", "999990019")],
    };
}
