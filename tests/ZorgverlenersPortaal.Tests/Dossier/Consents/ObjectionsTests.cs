using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Consents;

/// <summary>All sources together: one objection closes, and so does one that cannot be asked, unless the hospital loosened that.</summary>
public class ObjectionsTests
{
    private readonly MitzDouble _one = new();
    private readonly MitzDouble _other = new();

    [Fact]
    public async Task Find_NobodyObjects_SaysOnlyWhoWasAsked() => Assert.Equal(["objection.asked Mitz,Mitz settings"], await FindAsync(new()));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Find_OneObjects_IsAnObjectionWhateverTheOthersSay(bool isOtherDown)
    {
        _one.Object("p1", null);
        _other.IsDown = isOtherDown;
        Assert.Contains("objection PatientWish Mitz", await FindAsync(new() { OpenWhenUnknown = true }));
    }

    [Fact]
    public async Task Find_OneIsDown_FailsClosedUnlessLoosened()
    {
        _other.IsDown = true;
        Assert.Equal(["objection.asked Mitz,Mitz settings", "objection Unknown Mitz"], await FindAsync(new()));
        Assert.Equal(["objection.asked Mitz,Mitz settings", "objection.unknown Unknown Mitz"], await FindAsync(new() { OpenWhenUnknown = true }));
    }

    [Fact]
    public async Task Find_EmergencyOpensByPolicy_IsAFactOnlyWhereThereIsAnObjection()
    {
        Assert.DoesNotContain("rule.emergencyOpensObjection yes settings", await FindAsync(new() { OpensInEmergency = true }));
        _one.Object("p1", null);
        Assert.Contains("rule.emergencyOpensObjection yes settings", await FindAsync(new() { OpensInEmergency = true }));
        Assert.DoesNotContain("rule.emergencyOpensObjection yes settings", await FindAsync(new()));
    }

    [Theory]
    [InlineData(true, "objection.asked HospitalList,Epd settings")]
    [InlineData(false, "objection.asked HospitalList settings")]
    public async Task Find_AsRegistered_AsksTheSourcesOfTheSettings(bool asksEpd, string asked)
    {
        await using var dossier = await TestDossier.StartAsync(access: new() { Consents = new() { AskEpd = asksEpd } });
        dossier.Epd.Has(Some.Practitioner(), Some.Patient());
        var facts = await dossier.Get<Objections>().FindAsync(await dossier.GrantAsync(), Some.Patient().As<Patient>(), TestDossier.Visit().Provider, default);
        Assert.Equal([asked], facts.Select(fact => $"{fact.Name} {fact.Value} {fact.Source}"));
    }

    private async Task<IReadOnlyList<string>> FindAsync(ConsentOptions options)
    {
        var found = await new Objections([_one, _other], options, new FakeClock()).FindAsync(null!, Some.Patient().As<Patient>(), TestDossier.Visit().Provider, default);
        return [.. found.Select(fact => $"{fact.Name} {fact.Value} {fact.Source}")];
    }
}
