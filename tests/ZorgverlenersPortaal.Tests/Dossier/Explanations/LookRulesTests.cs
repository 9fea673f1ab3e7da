using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Explanations;
using static ZorgverlenersPortaal.Tests.Dossier.Explanations.SomeLooks;

namespace ZorgverlenersPortaal.Tests.Dossier.Explanations;

/// <summary>Each rule raises, and does not raise beside its border; and what explains a look.</summary>
public sealed class LookRulesTests
{
    private static Look Own => Look(Record(AuditEventType.PatientOpened, Ten));

    [Fact]
    public void Relation_ExplainsAnOrdinaryLook() => Assert.True(Judge(Own, Facts()).IsClosed);

    [Fact]
    public void Relation_DoesNotExplainAnEmergency()
    {
        var look = Look([.. Emergency(), Record(AuditEventType.SectionShown, Ten.AddMinutes(9))]);
        Assert.NotEmpty(look.Relations);
        Assert.Equal("EmergencyWithoutContact", Rule(Judge(look, Facts())));
    }

    [Theory]
    [InlineData(-7, true)]
    [InlineData(7, true)]
    [InlineData(-8, false)]
    [InlineData(8, false)]
    public void Contact_WithinSevenDays_ExplainsAnEmergency(int days, bool isClosed) => Assert.Equal(isClosed, Judge(Look(Emergency()), Facts(Visit(days))).IsClosed);

    [Fact]
    public void Contact_ThatIsNotOver_Explains() =>
        Assert.True(Judge(Look(Emergency()), Facts(new Explanation(ExplanationKind.Encounter, "Encounter/e2", Day.AddDays(-90), null))).IsClosed);

    [Fact]
    public void R7_ContactsThatCouldNotBeAsked_AreNotCalledAbsent()
    {
        var reviewed = Judge(Look(Emergency()), Facts() with { HasContacts = false });
        Assert.Equal(("Unexplained", true), (Rule(reviewed), reviewed.IsUncertain));
    }

    [Fact]
    public void R7_PatientThatCouldNotBeRead_IsUncertain() => Assert.True(Judge(Own, null).IsUncertain);

    [Fact]
    public void Look_ByAnUnknownRule_IsUnexplained() => Assert.Equal("Unexplained", Rule(Judge(Look(Record(AuditEventType.PatientOpened, Ten, "some-new-rule")), Facts())));

    [Theory]
    [InlineData("Van Dam", true)]
    [InlineData("Jansen-van DÁM", true)]
    [InlineData("Damstra", false)]
    [InlineData("Van", false)]
    public void OwnSurname_InAnEmergency_IsHard(string surname, bool isRaised) =>
        Assert.Equal(isRaised ? "OwnSurname" : "", Rule(Judge(Look(Emergency()), Facts(Visit(0)) with { Surnames = [surname] })));

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "OwnSurname")]
    public void OwnSurname_OnAnOrdinaryLook_OnlyWhereTheFileSaysSo(int ordinary, string expected)
    {
        var rules = Rules with { Rules = new Dictionary<ReviewRule, RuleSetting>(Rules.Rules) { [ReviewRule.OwnSurname] = new(60, OrdinaryLooks: ordinary) } };
        Assert.Equal(expected, Rule(Judge(Own, Facts() with { Surnames = ["Dam"] }, rules: rules)));
    }

    [Theory]
    [InlineData("1234AB 12", "OwnAddress")]
    [InlineData("1234AB 14", "")]
    public void OwnAddress_AlsoOfAnOwnPatient_IsHard(string home, string expected) => Assert.Equal(expected, Rule(Judge(Own, Facts(Visit(0)), HomeOf(Doctor, home))));

    [Fact]
    public void RestrictedPatient_InAnEmergency_IsHard()
    {
        Assert.Equal("RestrictedPatient", Rule(Judge(Look(Emergency()), Facts(Visit(0)) with { Restriction = "Patient/p1/4" })));
        Assert.Equal("RestrictedPatient", Rule(Judge(Look(Emergency(facts: Fact("restriction", "EmergencyOnly", "protection/x"))), Facts(Visit(0)))));
        Assert.True(Judge(Own, Facts() with { Restriction = "Patient/p1/4" }).IsClosed);
    }

    [Theory]
    [InlineData(-60, "")]
    [InlineData(-61, "Deceased")]
    public void Deceased_LongerThanTheDays_IsHard(int died, string expected) => Assert.Equal(expected, Rule(Judge(Own, Facts(Visit(0)) with { Died = Day.AddDays(died) })));

    [Theory]
    [InlineData("2026-02-24", Agb, "")]
    [InlineData("2026-02-23", Agb, "RelationEnded")]
    [InlineData("2026-02-01", "01999999", "")]
    public void RelationEnded_LongerThanTheDays_IsHard(string ended, string agb, string expected) =>
        Assert.Equal(expected, Rule(Judge(Look(Record(AuditEventType.PatientOpened, Ten, "ended-relation", facts: Fact("generalPractitioner.ended", $"{agb} {ended}", "PractitionerRole/r1"))), Facts(Visit(0)))));

    [Fact]
    public void RelationEnded_OfWhoIsHersAgain_RaisesNothing() =>
        Assert.True(Judge(Look(Record(AuditEventType.PatientOpened, Ten, facts: Fact("generalPractitioner.ended", $"{Agb} 2020-01-01"))), Facts()).IsClosed);

    [Theory]
    [InlineData("2026-03-10T21:00:00Z", "EmergencyWithoutContact OutOfHours")]
    [InlineData("2026-03-10T20:59:00Z", "EmergencyWithoutContact")]
    [InlineData("2026-03-10T05:59:00Z", "EmergencyWithoutContact OutOfHours")]
    [InlineData("2026-03-10T06:00:00Z", "EmergencyWithoutContact")]
    public void OutOfHours_ByTheClockOfTheRole_IsRaised(string time, string expected) =>
        Assert.Equal(expected, Rule(Judge(Look(Emergency(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture))), Facts())));

    [Fact]
    public void OutOfHours_OfAnOwnPatient_IsExplained() => Assert.True(Judge(Look(Record(AuditEventType.PatientOpened, Ten.AddHours(15))), Facts()).IsClosed);

    [Fact]
    public void Weekend_OfWhoDoesNotWorkThen_IsOutside()
    {
        RoleHours office = new(new(8, 0), new(18, 0), Weekend: false), always = office with { Weekend = true };
        DateTime saturday = new(2026, 3, 14, 12, 0, 0);
        Assert.True(office.IsOutside(saturday));
        Assert.False(always.IsOutside(saturday));
        Assert.True(always.IsOutside(saturday.AddHours(6)));
        Assert.False(office.IsOutside(saturday.AddDays(-1)));
    }

    [Theory]
    [InlineData("OutsideShift", "EmergencyWithoutContact LocumOutsideDelegation")]
    [InlineData("AwaitingAcceptance", "EmergencyWithoutContact")]
    public void LocumOutsideDelegation_InAnEmergency_IsRaised(string state, string expected) =>
        Assert.Equal(expected, Rule(Judge(Look(Emergency(facts: Fact("delegation.idle", state, "delegation/d1"))), Facts())));

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void IdenticalReason_OfAnyDoctors_IsRaised(int times, bool isRaised)
    {
        var others = Others(times - 1, i => Look(Emergency(Ten.AddDays(-i), "same", $"p{i}", $"90007200{i}")));
        Assert.Equal(isRaised, Judge(Look(Emergency(words: "same")), Facts(), others: others).Findings.Any(finding => finding.Rule == ReviewRule.IdenticalReason));
    }

    [Theory]
    [InlineData(3, 1, false)]
    [InlineData(4, 1, true)]
    [InlineData(4, 11, false)]
    public void RepeatedByDoctor_WithinTheDays_IsRaised(int times, int apart, bool isRaised)
    {
        var others = Others(times - 1, i => Look(Emergency(Ten.AddDays(-i * apart), $"w{i}", $"p1{i}")));
        var finding = Judge(Look(Emergency(words: "own")), Facts(), others: others).Findings.FirstOrDefault(one => one.Rule == ReviewRule.RepeatedByDoctor);
        Assert.Equal(isRaised ? times : 0, finding?.Count ?? 0);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void RepeatedOnPatient_ByAnyDoctors_IsRaised(int times, bool isRaised)
    {
        var others = Others(times - 1, i => Look(Emergency(Ten.AddDays(-i), $"w{i}", "p1", $"90007200{i}")));
        Assert.Equal(isRaised, Judge(Look(Emergency(words: "own")), Facts(), others: others).Findings.Any(finding => finding.Rule == ReviewRule.RepeatedOnPatient));
    }

    [Fact]
    public void Rule_WithoutPoints_IsOff()
    {
        var rules = Rules with { Rules = Rules.Rules.ToDictionary(rule => rule.Key, rule => rule.Value with { Points = rule.Key == ReviewRule.Unexplained ? 1 : 0 }) };
        Assert.Equal("Unexplained", Rule(Judge(Look(Emergency()), Facts(), rules: rules)));
    }

    [Fact]
    public void Explanations_WhateverTheyAre_NeverCloseAHardRule()
    {
        var contact = from kind in Gen.Elements(Enum.GetValues<ExplanationKind>()) from days in Gen.Choose(-40, 40) select new Explanation(kind, "x/1", Day.AddDays(days), Day.AddDays(days));
        var facts =
            from contacts in contact.ListOf()
            from died in Gen.Choose(-200, 0)
            from surname in Gen.Elements("Dam", "Jansen")
            from restriction in Gen.Elements("Patient/p1/4", "")
            select Facts([.. contacts]) with { Died = Day.AddDays(died), Surnames = [surname], Restriction = restriction.Length == 0 ? null : restriction };
        var look = Gen.Elements(Look(Emergency()), Own, Look([.. Emergency(), Record(AuditEventType.SectionShown, Ten.AddMinutes(4))]));
        Prop.ForAll(Gen.Zip(look, facts).ToArbitrary(), pair =>
        {
            var reviewed = Judge(pair.Item1, pair.Item2, HomeOf(Doctor, "1234AB 12"));
            var hard = LookRules.Of(pair.Item1, pair.Item2, Rules, HomeOf(Doctor, "1234AB 12"), new()).Where(finding => finding.IsHard).Select(finding => finding.Rule);
            return !reviewed.IsClosed && !hard.Except(reviewed.Findings.Select(finding => finding.Rule)).Any();
        }).QuickCheckThrowOnFailure();
    }

    private static Look[] Others(int count, Func<int, Look> make) => [.. Enumerable.Range(1, count).Select(make)];
}
