using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>Hostile cases of card and account together (security.md §5), from the handshake to the page.</summary>
[Collection(PortalJourneys.Name)]
public sealed class AccountCasesTests(PortalFixture fixture)
{
    [Fact]
    public async Task H051_CardWithAgbOfZeros_GoesInWithTheCodeOfTheOfficeAndSeesNobodyByTheZeros()
    {
        var card = TestCards.ZonderAgb with { UziNumber = "900040021" };
        await fixture.Portal.AddAccountAsync(card, account => account with { Agb = AgbCode.TryRead("01070021") });
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(card));
        await SeesNobodyAsync(client, card.UziNumber);
    }

    [Theory]
    [InlineData("01.010")]
    [InlineData("17.000")]
    public async Task H056_CardiologistOrPharmacist_IsRefusedForTheRole(string role)
    {
        using var client = fixture.Portal.Client(TestPki.Shared.Card(TestCards.Cardioloog with { Role = role }));
        var answer = await client.GetAsync("/inloggen");
        Assert.Equal((403, "ZVP-L09"), (answer.Status, answer.Code));
        Assert.Null(client.SessionCookie);
    }

    [Fact]
    public async Task H057_SamePersonWithTheCardOfAnotherSubscriber_SeesOnlyByThePersonalAgb()
    {
        // The table's "patients of subscriber 1" are found by the personal AGB code here (DESIGN §7); no subscriber opens anything.
        var card = new TestCard { UziNumber = "900040022", Agb = "01070022" };
        await fixture.Portal.AddAccountAsync(card);
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(card with { Ura = TestCards.Huisarts.Ura }));
        await SeesNobodyAsync(client, card.UziNumber);
        Assert.Equal(TestCards.Huisarts.Ura, fixture.Portal.Trail(AuditEventType.SignedIn).First(record => record.Actor!.UziNumber == card.UziNumber).Actor!.Ura);
    }

    [Fact]
    public async Task H060_LocumWithoutDelegation_SeesNothing()
    {
        var card = TestCards.Waarnemer with { UziNumber = "900040023", Agb = "01070023" };
        await fixture.Portal.AddAccountAsync(card);
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(card));
        await SeesNobodyAsync(client, card.UziNumber);
    }

    private async Task SeesNobodyAsync(PortalClient client, string uziNumber)
    {
        var list = await client.GetAsync("/patienten");
        Assert.Equal(200, list.Status);
        Assert.Empty(list.Page.QuerySelectorAll("tbody tr"));
        var patient = fixture.Own.First();
        var answer = await client.GetAsync(fixture.Portal.PatientPath(patient.Id, fixture.Portal.Session(uziNumber)));
        Assert.Equal(404, answer.Status);
        Assert.DoesNotContain(fixture.Everyone, one => one.Name.Length > 0 && answer.Text.Contains(one.Name, StringComparison.Ordinal));
    }
}
