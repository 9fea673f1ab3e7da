using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Beheer;

/// <summary>Where two administrators approve every account.</summary>
public sealed class FourEyesTests
{
    [Fact]
    public async Task Approve_WithFourEyes_WaitsForAnotherAdministrator()
    {
        await using var portal = await OfficeFixture.StartPortalAsync(("Accounts:FourEyes", "true"));
        using var nadia = await OfficeFixture.SignInAsync(portal, OfficeFixture.Nadia, "/beheer/accounts");
        using var willem = await OfficeFixture.SignInAsync(portal, OfficeFixture.Willem, "/beheer/accounts");
        using var applicant = portal.Client(TestPki.Shared.Card(TestCards.Onbekend));
        Assert.Equal(303, (await applicant.FillInAsync(
            "/aanvragen", null, ("Form.Name", "Onno Vreeswijk"), ("Form.UziNumber", "900029999"), ("Form.Agb", "01077777"), ("Form.BigNumber", "19012345601"),
            ("Form.Role", "huisarts"), ("Form.Practice", "Praktijk Vreeswijk"), ("Form.Email", "onno@vreeswijk.example"), ("Form.InTraining", "False"))).Status);

        var list = await nadia.GetAsync("/beheer/accounts");
        Assert.Contains("1 wacht op jou", list.Words, StringComparison.Ordinal);
        var path = list.Page.QuerySelector("a[href^='/beheer/aanvragen/']")!.GetAttribute("href")!;
        Assert.Equal(422, (await nadia.FillInAsync(path, "Goed")).Status);
        Assert.Equal(303, (await nadia.FillInAsync(path, "Goed", ("Form.IsBigChecked", "true"), ("Form.PracticeAgb", "01001234"))).Status);
        list = await nadia.GetAsync("/beheer/accounts");
        Assert.Contains("Wacht op tweede beoordelaar", list.Words, StringComparison.Ordinal);
        Assert.Contains("0 wachten op jou", list.Words, StringComparison.Ordinal);
        Assert.Null((await nadia.GetAsync(path)).Page.QuerySelector("main form"));
        Assert.Equal("ZVP-L03", (await applicant.GetAsync("/inloggen")).Code);

        var second = await willem.GetAsync(path);
        Assert.Equal("01001234", second.Typed("Form.PracticeAgb"));
        Assert.Null(second.Page.QuerySelector("#form-isbigchecked[checked]"));
        Assert.Equal(303, (await willem.FillInAsync(path, "Goed", ("Form.IsBigChecked", "true"), ("Form.PracticeAgb", "01001234"))).Status);
        Assert.Equal("/patienten", (await applicant.GetAsync("/inloggen")).Location);
        Assert.Contains("Toevoegen kan hier niet", (await nadia.GetAsync("/beheer/accounts/toevoegen")).Words, StringComparison.Ordinal);
    }
}
