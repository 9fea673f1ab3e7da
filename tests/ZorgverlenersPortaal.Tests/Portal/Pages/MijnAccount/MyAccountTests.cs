using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.MijnAccount;

/// <summary>The doctor's own account.</summary>
[Collection(OfficeJourneys.Name)]
public sealed class MyAccountTests(OfficeFixture office)
{
    [Fact]
    public async Task Open_MyAccount_ShowsOnlyMineAndTheLastSignIns()
    {
        using var doctor = await office.Portal.SignInAsync(TestPki.Shared.Card());
        var page = await doctor.GetAsync("/account");
        Assert.Equal((200, "Mijn account"), (page.Status, page.Part("h1")));
        Assert.Contains("01‑056789", page.Words, StringComparison.Ordinal);
        Assert.Equal("Mijn account", page.Part(".zvp-mainnav a[aria-current=page]"));
        Assert.NotEmpty(page.Page.QuerySelectorAll("[aria-labelledby=inloggen-t] li"));
        Assert.DoesNotContain("900021220", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_ABlockCodeWithoutTheFormsToken_IsRefused()
    {
        using var doctor = await office.Portal.SignInAsync(TestPki.Shared.Card());
        using var form = new FormUrlEncodedContent([]);
        Assert.Equal(400, (await doctor.SendAsync(HttpMethod.Post, "/account?handler=Code", form)).Status);
        Assert.Equal("", (await doctor.GetAsync("/account/blokkeercode")).Part(".zvp-ticket__code"));
    }

    [Fact]
    public async Task Make_ABlockCode_TellsWhereToUseItAndIsInNoAddress()
    {
        using var doctor = await office.Portal.SignInAsync(TestPki.Shared.Card());
        var answer = await doctor.FillInAsync("/account", "Code");
        Assert.Equal((303, "/account/blokkeercode"), (answer.Status, answer.Location));
        var page = await doctor.GetAsync("/account/blokkeercode");
        Assert.Contains("https://localhost:7443/blokkeren", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Part(".zvp-ticket__code"), string.Join('\n', office.Portal.Log.Lines), StringComparison.Ordinal);
    }
}
