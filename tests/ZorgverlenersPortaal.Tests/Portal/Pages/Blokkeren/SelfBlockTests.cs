using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Blokkeren;

/// <summary>Blocking one's own account without the card, with the code made on "Mijn account".</summary>
[Collection(OfficeJourneys.Name)]
public sealed class SelfBlockTests(OfficeFixture office)
{
    [Fact]
    public async Task R8_Block_WithTheCodeFromMyAccount_EndsTheSessionAndTellsToRevokeTheCard()
    {
        using var doctor = await office.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Avg));
        Assert.Equal("/account/blokkeercode", (await doctor.FillInAsync("/account", "Code")).Location);
        var code = (await doctor.GetAsync("/account/blokkeercode")).Part(".zvp-ticket__code");
        Assert.Equal("", (await doctor.GetAsync("/account/blokkeercode")).Part(".zvp-ticket__code"));

        using var stranger = office.Portal.Client(card: null);
        var answer = await stranger.FillInAsync("/blokkeren", null, ("Uzi", TestCards.Avg.UziNumber), ("Code", code.ToLowerInvariant()));
        Assert.Equal((303, "/blokkeren/gedaan"), (answer.Status, answer.Location));
        var after = await stranger.GetAsync("/blokkeren/gedaan");
        Assert.Contains("uziregister.nl", after.Words, StringComparison.Ordinal);
        Assert.Contains("intrekkingscode", after.Words, StringComparison.Ordinal);
        Assert.Equal("/inloggen?einde=AccountEnded", (await doctor.GetAsync("/account")).Location);
        Assert.Equal("ZVP-L05", (await doctor.GetAsync("/inloggen")).Code);
    }

    [Fact]
    public async Task R16_Block_WrongCodeAndUnknownNumber_GetTheSameAnswerAndKeepTheText()
    {
        var seen = new List<string>();
        foreach (var uzi in (string[])[TestCards.Huisarts.UziNumber, "900098765"])
        {
            using var stranger = office.Portal.Client(card: null);
            var answer = await stranger.FillInAsync("/blokkeren", null, ("Uzi", uzi), ("Code", "AAAA-BBBB-CCCC-DDDD"));
            Assert.Equal((422, uzi, "AAAA-BBBB-CCCC-DDDD"), (answer.Status, answer.Typed("Uzi"), answer.Typed("Code")));
            seen.Add(answer.Words);
        }
        Assert.Equal(seen[0], seen[1]);
        Assert.Contains("horen niet bij elkaar", seen[0], StringComparison.Ordinal);
        using var doctor = await office.Portal.SignInAsync(TestPki.Shared.Card());
        Assert.NotEmpty(office.Portal.Trail(AuditEventType.SelfBlockRefused));
    }

    [Fact]
    public async Task Open_TheLastPageWithoutHavingBlocked_LeadsToTheForm()
    {
        using var stranger = office.Portal.Client(card: null);
        Assert.Equal("/blokkeren", (await stranger.GetAsync("/blokkeren/gedaan")).Location);
    }

    [Fact]
    public async Task Block_ACardNumber_IsToldApart()
    {
        using var stranger = office.Portal.Client(card: null);
        var answer = await stranger.FillInAsync("/blokkeren", null, ("Uzi", "12345678"), ("Code", ""));
        Assert.Equal(422, answer.Status);
        Assert.Equal(2, answer.Faults().Above.Count);
        Assert.StartsWith("Dit is een pasnummer", answer.Faults().Above[0], StringComparison.Ordinal);
    }
}
