using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Help;

/// <summary>"Waarom zie ik deze patiënt niet?": the doctor's own side of the rules, and of patients not a word.</summary>
[Collection(PortalJourneys.Name)]
public sealed class DecisionWalkTests(PortalFixture fixture)
{
    [Fact]
    public async Task R16_Walk_TellsTheDoctorsOwnSideAndTheSameOfEveryPatient()
    {
        var answer = await fixture.Doctor.GetAsync("/help/waarom-niet");

        Assert.Equal(200, answer.Status);
        Assert.Contains(TestCards.Huisarts.Agb, answer.Text, StringComparison.Ordinal);
        Assert.Contains("De patiënt: geen relatie gevonden of niet bekend.", answer.Text, StringComparison.Ordinal);
        Assert.All(fixture.Own.Concat(fixture.Strangers).SelectMany(p => (string[])[p.Id, p.Bsn, p.Name]), secret => Assert.DoesNotContain(secret, answer.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Walk_WithoutASession_LeadsToSignIn()
    {
        using var client = fixture.Portal.Client(null);
        Assert.Equal(303, (await client.GetAsync("/help/waarom-niet")).Status);
    }
}
