using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>Every rule of DESIGN §7 over facts alone; each example has a counterpart that one changed fact refuses.</summary>
public class AccessRulesTests
{
    private static readonly string[] _names =
    [
        "account.role", "account.agb", "account.practiceAgb", "rule.ownPractice", "rule.careTeam", "rule.residence", "rule.afterDays", "patient", "generalPractitioner",
        "generalPractitioner.practice", "generalPractitioner.ended", "careTeam", "residence", "delegation", "delegation.practice", "delegation.role", "delegation.idle", "emergency",
        "objection", "restriction", "epd", "letter", "handle", "list", "nonsense",
    ];

    private static readonly string[] _values =
        ["01234567", "07654321", "01110001", "on", "30", "GeneralPractitioner", "01234567 2026-02-08", "2026-03-10T09:00:01Z", "own", "practice", "delegation/7", "", "x"];

    [Fact]
    public void Decide_NoFacts_Denies() => Assert.Equal(AccessVerdict.Denied, AccessRules.Decide([]).Verdict);

    [Theory]
    // What makes each basis, changed a little: nothing is left of it.
    [InlineData(AccessReason.OwnPatient, "generalPractitioner", "01234568")]
    [InlineData(AccessReason.OwnPatient, "account.agb", "")]
    [InlineData(AccessReason.OwnPractice, "rule.ownPractice", null)]
    [InlineData(AccessReason.OwnPractice, "account.practiceAgb", "01110002")]
    [InlineData(AccessReason.OwnPractice, "generalPractitioner.practice", null)]
    [InlineData(AccessReason.CareTeamMember, "rule.careTeam", "ElderlyCarePhysician")]
    [InlineData(AccessReason.CareTeamMember, "rule.careTeam", "GeneralPractitioners")]
    [InlineData(AccessReason.CareTeamMember, "careTeam", "01234568")]
    [InlineData(AccessReason.CareTeamMember, "account.role", null)]
    [InlineData(AccessReason.Resident, "rule.residence", null)]
    [InlineData(AccessReason.Resident, "residence", "01110002")]
    [InlineData(AccessReason.EndedRelation, "generalPractitioner.ended", "01234567 2026-02-07")]
    [InlineData(AccessReason.EndedRelation, "generalPractitioner.ended", "07654321 2026-02-08")]
    [InlineData(AccessReason.EndedRelation, "rule.afterDays", null)]
    [InlineData(AccessReason.EndedRelation, "rule.afterDays", "-30")]
    [InlineData(AccessReason.Delegated, "delegation", "07654322")]
    [InlineData(AccessReason.Emergency, "emergency", "2026-03-10T09:00:00Z")]
    [InlineData(AccessReason.Emergency, "emergency", "later")]
    public void R1_OneFactChanged_DeniesWhatItGranted(AccessReason reason, string name, string? value)
    {
        var facts = SomeFacts.For(reason);
        Assert.Equal(reason, AccessRules.Decide(facts).Reason);

        IReadOnlyList<AuditFact> changed = [.. facts.Where(f => f.Name != name || value is not null).Select(f => f.Name == name ? f with { Value = value! } : f)];

        Assert.Equal(AccessVerdict.Denied, AccessRules.Decide(changed).Verdict);
    }

    [Fact]
    public void Decide_EmptyCodes_MatchNothing() => Assert.Equal(
        AccessReason.NoAgb,
        AccessRules.Decide([SomeFacts.Of("patient", "Patient/p1/1"), SomeFacts.Of("rule.ownPractice", "on"), SomeFacts.Of("rule.residence", "GeneralPractitioner")]).Reason);

    [Fact]
    public void Decide_OwnPatientWithADelegationAndAnEmergency_IsOwn()
    {
        IReadOnlyList<AuditFact> facts = [.. SomeFacts.For(AccessReason.Emergency), SomeFacts.Of("delegation", "07654321", "delegation/7"), SomeFacts.Of("generalPractitioner", "01234567")];
        Assert.Equal(new AccessRuling(AccessReason.OwnPatient, AccessBasis.OwnPatient), AccessRules.Decide(facts));
    }

    [Fact]
    public void Decide_SeveralDelegations_TakesTheOneWhoseGiverWouldSeeHer()
    {
        IReadOnlyList<AuditFact> facts = [SomeFacts.Of("delegation", "01111111", "delegation/1"), .. SomeFacts.For(AccessReason.Delegated)];
        Assert.Equal("delegation/7", AccessRules.Decide(facts).Via);
    }

    [Theory]
    [InlineData(true, "delegation/7", AccessReason.Delegated)]
    // The practice of another delegation than the one that covers it.
    [InlineData(true, "delegation/8", AccessReason.NoRelation)]
    [InlineData(false, "delegation/7", AccessReason.NoRelation)]
    public void Decide_DelegationOfAPractice_OnlyWithTheRuleAndItsOwnGiver(bool isRuleOn, string source, AccessReason expected)
    {
        List<AuditFact> facts =
        [
            SomeFacts.Of("account.agb", "01234567"), SomeFacts.Of("patient", "Patient/p1/1"), SomeFacts.Of("generalPractitioner.practice", "01110001"),
            SomeFacts.Of("delegation", "01111111", "delegation/7"), SomeFacts.Of("delegation.practice", "01110001", source),
        ];
        if (isRuleOn)
        {
            facts.Add(SomeFacts.Of("rule.ownPractice", "on"));
        }
        Assert.Equal(expected, AccessRules.Decide(facts).Reason);
    }

    [Fact]
    public void Decide_GivenByACareTeamMember_NeedsTheGiversRole()
    {
        List<AuditFact> facts = [.. SomeFacts.For(AccessReason.NoRelation), SomeFacts.Of("rule.careTeam", "ElderlyCarePhysician"), SomeFacts.Of("careTeam", "01111111"), SomeFacts.Of("delegation", "01111111", "delegation/7")];
        Assert.Equal(AccessReason.NoRelation, AccessRules.Decide(facts).Reason);
        facts.Add(SomeFacts.Of("delegation.role", "ElderlyCarePhysician", "delegation/7"));
        Assert.Equal(AccessReason.Delegated, AccessRules.Decide(facts).Reason);
    }

    [Theory]
    [InlineData("objection", "patient", null, AccessReason.Objection)]
    [InlineData("objection", "patient", "rule.emergencyOpensObjection", AccessReason.Emergency)]
    [InlineData("restriction", "EmergencyOnly", null, AccessReason.Emergency)]
    [InlineData("restriction", "Closed", null, AccessReason.Restricted)]
    [InlineData("restriction", "", null, AccessReason.Restricted)]
    public void Decide_Emergency_OpensWhatPolicyLetsIt(string name, string value, string? rule, AccessReason expected)
    {
        List<AuditFact> facts = [.. SomeFacts.For(AccessReason.Emergency), SomeFacts.Of(name, value)];
        if (rule is not null)
        {
            facts.Add(SomeFacts.Of(rule, "on"));
        }
        Assert.Equal(expected, AccessRules.Decide(facts).Reason);
    }

    [Theory]
    [InlineData(AccessReason.OwnPatient, AccessReason.OwnPatient)]
    [InlineData(AccessReason.Emergency, AccessReason.Emergency)]
    [InlineData(AccessReason.Delegated, AccessReason.NotDecidable)]
    [InlineData(AccessReason.CareTeamMember, AccessReason.NotDecidable)]
    [InlineData(AccessReason.OwnPractice, AccessReason.NotDecidable)]
    public void Decide_ObjectionThatCannotBeAsked_StopsAllButHerOwnDoctorAndAnEmergency(AccessReason reason, AccessReason expected) =>
        Assert.Equal(expected, AccessRules.Decide([.. SomeFacts.For(reason), SomeFacts.Of("objection", "Unknown")]).Reason);

    [Theory]
    [InlineData("objection")]
    [InlineData("restriction")]
    public void R16_ClosedRecord_IsNotToldToAStranger(string name) =>
        Assert.Equal(AccessReason.NoRelation, AccessRules.Decide([.. SomeFacts.For(AccessReason.NoRelation), SomeFacts.Of(name, "EmergencyOnly")]).Reason);

    [Fact]
    public void Decide_GeneralPractitionerNotResolved_OpensToAnEmergencyOnly()
    {
        Assert.Equal(AccessReason.NotDecidable, AccessRules.Decide(SomeFacts.For(AccessReason.NotDecidable)).Reason);
        Assert.Equal(AccessReason.Emergency, AccessRules.Decide([.. SomeFacts.For(AccessReason.Emergency), SomeFacts.Of("epd", "TimedOut")]).Reason);
    }

    [Fact]
    public void R1_RandomFacts_NeverGrantWithoutTheFactThatCarriesTheBasis() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        seeds =>
        {
            IReadOnlyList<AuditFact> facts = [.. seeds.Select(seed => SomeFacts.Of(_names[(uint)seed % _names.Length], _values[(uint)seed / 31 % _values.Length], seed % 2 == 0 ? "delegation/7" : "x"))];
            var ruling = AccessRules.Decide(facts);
            bool Has(string name) => facts.Any(f => f.Name == name);
            return ruling.Basis switch
            {
                null => true,
                AccessBasis.OwnPatient => Has("account.agb") && (Has("generalPractitioner") || Has("list")),
                AccessBasis.OwnPractice => Has("rule.ownPractice") && Has("account.practiceAgb"),
                AccessBasis.CareTeam => Has("rule.careTeam") && Has("careTeam") && Has("account.role"),
                AccessBasis.Residence => Has("rule.residence") && Has("residence") && Has("account.practiceAgb"),
                AccessBasis.EndedRelation => Has("rule.afterDays") && Has("generalPractitioner.ended"),
                AccessBasis.Delegation => Has("delegation"),
                AccessBasis.Emergency => Has("emergency") && Has("patient"),
                _ => false,
            } && (ruling.Basis is null || (!Has("handle") && !Has("letter")) || Has("list"));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void R1_RandomFactsWithoutAPatientOrAList_AreNeverGranted() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        seeds => AccessRules.Decide([.. seeds
            .Select(seed => SomeFacts.Of(_names[(uint)seed % _names.Length], _values[(uint)seed / 31 % _values.Length]))
            .Where(fact => fact.Name is not ("patient" or "list"))]).Verdict == AccessVerdict.Denied).QuickCheckThrowOnFailure();
}
