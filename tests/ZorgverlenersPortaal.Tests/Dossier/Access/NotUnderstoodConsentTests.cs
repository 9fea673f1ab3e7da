using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Tests.Dossier.Consents;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>A wish that is recorded and not understood: the hospital chooses. One that could not be asked never closes by that choice.</summary>
public sealed class NotUnderstoodConsentTests
{
    [Theory]
    [InlineData(ConsentPolicy.Show, false, AccessReason.OwnPatient, "Unknown", 1)]
    [InlineData(ConsentPolicy.Close, false, AccessReason.Objection, "NotUnderstood", 0)]
    [InlineData(ConsentPolicy.Close, true, AccessReason.Objection, "NotUnderstood", 0)]
    public async Task R10_Open_RecordedButNotUnderstood_GoesByTheSetting(ConsentPolicy policy, bool opensWhenUnknown, AccessReason reason, string value, int listed)
    {
        await using var dossier = await StartAsync(new() { NotUnderstood = policy, OpenWhenUnknown = opensWhenUnknown });
        dossier.Epd.Has(PrivacyConsentTests.Privacy("deny").With(c => c["provision"]!["code"] = new JsonArray(Some.Concept(Some.Snomed, "1"))));

        var decision = (await dossier.OpenAsync()).Decision;

        Assert.Equal((reason, value), (decision.Reason, Assert.Single(decision.Facts, fact => fact.Name == FactNames.Objection).Value));
        Assert.Equal(listed, (await dossier.ReadListAsync()).Admitted.Count);
    }

    [Fact]
    public async Task Open_ConsentsCouldNotBeAsked_IsOpenToTheOwnDoctorThoughTheHospitalCloses()
    {
        await using var dossier = await StartAsync(new() { NotUnderstood = ConsentPolicy.Close });
        dossier.Epd.On("Consent", ScriptedAnswer.Status(500));
        Assert.Equal(AccessReason.OwnPatient, (await dossier.OpenAsync()).Decision.Reason);
        Assert.Single((await dossier.ReadListAsync()).Admitted);
    }

    [Fact]
    public void Replay_ClosedByWhatIsNotUnderstood_GivesTheSameVerdict()
    {
        var now = new DateTimeOffset(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);
        AuditFact[] facts =
        [
            new(FactNames.Agb, Some.Agb, "account", now), new(FactNames.Patient, "Patient/p1", "EPD", now),
            new(FactNames.GeneralPractitioner, Some.Agb, "Practitioner/gp1", now), new(FactNames.Objection, Objections.NotUnderstood, "Consent/privacy", now),
        ];
        Assert.Equal(AccessReason.Objection, AccessRules.Decide(facts).Reason);
        Assert.Equal(AccessReason.OwnPatient, AccessRules.Decide([.. facts[..^1], facts[^1] with { Value = Objections.Unknown }]).Reason);
    }

    [Fact]
    public void Faults_AnUnknownWord_NamesTheKey() => Assert.StartsWith(
        "Access:Consents:NotUnderstood", Assert.Single(new AccessOptions { Consents = new() { NotUnderstood = (ConsentPolicy)7 } }.Faults()), StringComparison.Ordinal);

    private static async Task<TestDossier> StartAsync(ConsentOptions consents)
    {
        var dossier = await TestDossier.StartAsync(access: new() { Consents = consents });
        dossier.Epd.Has(Some.Practitioner(), Some.Patient(), Some.Encounter());
        return dossier;
    }
}
