using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Beheer;

/// <summary>The office's list and the page of one account.</summary>
[Collection(OfficeJourneys.Name)]
public sealed class AccountPagesTests(OfficeFixture office)
{
    private const string Karin = "/beheer/accounts/900021223";

    [Theory]
    [InlineData("900 021 221", "Annelies Bakker")]
    [InlineData("84054321", "Pieter Jansen")]
    [InlineData("öztürk", "Fatma Öztürk-van 't Hof")]
    [InlineData("OZTURK", "Fatma Öztürk-van 't Hof")]
    public async Task Search_ByNameOrNumber_FindsTheDoctor(string text, string name)
    {
        var page = await office.Office.GetAsync("/beheer/accounts?q=" + Uri.EscapeDataString(text));
        Assert.Contains(name, Names(page));
        Assert.Equal(text, page.Typed("q"));
    }

    [Fact]
    public async Task Search_NobodyFits_SaysSo()
    {
        var page = await office.Office.GetAsync("/beheer/accounts?q=%25%25&status=Blocked");
        Assert.Empty(Names(page));
        Assert.Contains("Geen accounts gevonden", page.Words, StringComparison.Ordinal);
        Assert.Equal("Blocked", page.Page.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Page_MoreThanOnePage_LeadsOnAndBackWithTheSearch()
    {
        for (var i = 0; i < 27; i++)
        {
            await office.Portal.AddAccountAsync(TestCards.Huisarts with
            {
                UziNumber = FormattableString.Invariant($"9000800{i:00}"),
                Agb = FormattableString.Invariant($"018800{i:00}"),
                GivenName = "Zeger",
                Surname = FormattableString.Invariant($"Bladerman {i:00}"),
            });
        }
        var first = await office.Office.GetAsync("/beheer/accounts?q=Bladerman");
        Assert.Equal(25, Names(first).Count);
        Assert.Equal("1 tot en met 25 van 27 Volgende", first.Part(".zvp-pager"));
        var next = first.Page.QuerySelector(".zvp-pager a")!.GetAttribute("href")!;
        var second = await office.Office.GetAsync(next);
        Assert.Equal("26 tot en met 27 van 27 Vorige", second.Part(".zvp-pager"));
        foreach (var number in (string[])["0", "-1", "x", "99999999999", "3"])
        {
            Assert.Equal(200, (await office.Office.GetAsync("/beheer/accounts?q=Bladerman&pagina=" + number)).Status);
        }
    }

    [Fact]
    public async Task R8_Block_WithAReason_EndsTheSessionAndUnblockLetsInAgain()
    {
        using var card = TestPki.Shared.Card(TestCards.Ouderengeneeskunde);
        using var doctor = await office.Portal.SignInAsync(card);
        const string path = "/beheer/accounts/900021221";
        Assert.Equal((303, path), Of(await office.Office.FillInAsync(path, "Blokkeer", ("Reason", "pas gestolen"))));
        Assert.Equal("/inloggen?einde=AccountEnded", (await doctor.GetAsync("/account")).Location);
        var page = await office.Office.GetAsync(path);
        Assert.Equal("Account geblokkeerd. Alle sessies zijn gestopt.", page.Part("[role=status]"));
        Assert.Contains("pas gestolen", page.Part("#blokkeren"), StringComparison.Ordinal);
        Assert.Contains("pas gestolen", (await office.Office.GetAsync("/beheer/accounts?q=Bakker")).Words, StringComparison.Ordinal);
        Assert.Equal("", (await office.Office.GetAsync(path)).Part("[role=status]"));

        Assert.Equal((303, path), Of(await office.Office.FillInAsync(path, "Deblokkeer", ("Reason", "nieuwe pas gezien"))));
        using var again = await office.Portal.SignInAsync(card);
        Assert.Equal(200, (await again.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Block_WithoutAReason_IsAskedForOneAndNothingChanges()
    {
        var answer = await office.Office.FillInAsync(Karin, "Blokkeer", ("Reason", "  "));
        Assert.Equal(422, answer.Status);
        Assert.Equal(answer.Faults().Above, answer.Faults().Beside);
        Assert.Equal("Actief", (await office.Office.GetAsync(Karin)).Part(".zvp-head .nl-data-badge"));
    }

    [Fact]
    public async Task Change_AgbAndPractice_StandsInTheHistoryWithBeforeAndAfter()
    {
        var shown = await office.Office.GetAsync(Karin);
        var answer = await office.Office.FillInAsync(
            Karin, shown, "Wijzig", [.. Form(shown), ("Form.Agb", "01056711"), ("Form.Practice", "Het Anker"), ("Form.IsConfirmedPhysician", "true")]);
        Assert.Equal((303, Karin), Of(answer));
        var history = (await office.Office.GetAsync(Karin)).Part("[aria-labelledby=geschiedenis-t] tbody tr");
        Assert.Contains("Gegevens gewijzigd", history, StringComparison.Ordinal);
        Assert.Contains("Nadia Karaman", history, StringComparison.Ordinal);
        Assert.Contains("AGB-code: 01‑056791 → 01‑056711", history, StringComparison.Ordinal);
        Assert.Contains("praktijk: Praktijk Smit → Het Anker", history, StringComparison.Ordinal);
        Assert.Contains("01.000 bevestigd: ja", history, StringComparison.Ordinal);
        var record = office.Portal.Trail(AuditEventType.AccountChanged).First(r => r.Detail == "account 900021223");
        Assert.Contains(new AuditChange("agb", "01056791", "01056711"), record.Changes);
    }

    [Fact]
    public async Task Change_ToAnAgbThatIsTakenOrNone_IsRefusedBesideTheFieldAndKeepsTheText()
    {
        const string path = "/beheer/accounts/900021220";
        var shown = await office.Office.GetAsync(path);
        foreach (var agb in (string[])["01056789", "0105"])
        {
            var answer = await office.Office.FillInAsync(path, shown, "Wijzig", [.. Form(shown), ("Form.Agb", agb), ("Form.Practice", "Nieuw")]);
            Assert.Equal((422, agb, "Nieuw"), (answer.Status, answer.Typed("Form.Agb"), answer.Typed("Form.Practice")));
            Assert.Single(answer.Faults().Beside);
        }
        Assert.Equal("01056790", (await office.Office.GetAsync(path)).Typed("Form.Agb"));
    }

    [Fact]
    public async Task Change_TheOwnAccount_IsRefused()
    {
        var answer = await office.Office.FillInAsync("/beheer/accounts/" + OfficeFixture.Nadia.UziNumber, "Bevestig");
        Assert.Equal(422, answer.Status);
        Assert.Contains("eigen account", answer.Faults().Above.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AnAccountThatIsNotThere_Is404()
    {
        Assert.Equal(404, (await office.Office.GetAsync("/beheer/accounts/900099999")).Status);
        Assert.Equal(404, (await office.Office.GetAsync("/beheer/aanvragen/0123456789abcdef")).Status);
    }

    [Fact]
    public async Task Add_ADoctor_SignsInAtOnce()
    {
        var answer = await office.Office.FillInAsync(
            "/beheer/accounts/toevoegen", null,
            ("Uzi", TestCards.Waarnemer.UziNumber), ("Form.Name", "Sanne Visser"), ("Form.Agb", "01056792"), ("Form.Role", "huisarts"), ("IsBigChecked", "true"));
        Assert.Equal((303, "/beheer/accounts/" + TestCards.Waarnemer.UziNumber), Of(answer));
        using var doctor = await office.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Waarnemer));
        Assert.Contains("Sanne Visser", (await doctor.GetAsync("/account")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WithFaults_ShowsThemAll()
    {
        var answer = await office.Office.FillInAsync("/beheer/accounts/toevoegen", null, ("Uzi", "12345678"), ("Form.Name", ""), ("Form.Agb", "x"));
        Assert.Equal((422, 5), (answer.Status, answer.Faults().Above.Count));
        Assert.Equal(answer.Faults().Above, answer.Faults().Beside);
    }

    [Fact]
    public async Task Confirm_AnAccountThatIsDue_TakesItFromTheListOfOfficeAndOfficer()
    {
        var due = TestCards.Huisarts with { UziNumber = "900077001", Agb = "01077001", GivenName = "Gerard", Surname = "Paulusma" };
        await office.Portal.AddAccountAsync(due, account => account with { ConfirmedAt = office.Portal.Clock.GetUtcNow().AddMonths(-13) });
        Assert.Contains("Gerard Paulusma", (await office.Officer.GetAsync("/toezicht")).Words, StringComparison.Ordinal);
        Assert.Empty((await office.Officer.GetAsync("/toezicht")).Page.QuerySelectorAll("main form"));
        Assert.Equal("Verlopen", (await office.Office.GetAsync("/beheer/accounts/900077001")).Part(".zvp-head .nl-data-badge"));
        Assert.Equal((303, "/beheer/herbevestigen"), Of(await office.Office.FillInAsync("/beheer/herbevestigen", null, ("uzi", "900077001"))));
        Assert.DoesNotContain("Gerard Paulusma", (await office.Office.GetAsync("/beheer/herbevestigen")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Gerard Paulusma", (await office.Officer.GetAsync("/toezicht")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conflicts_ACardWithAnotherAgb_StandsOnThePage()
    {
        var card = TestCards.Huisarts with { UziNumber = "900077002", Agb = "01077002", GivenName = "Bas", Surname = "Tol" };
        await office.Portal.AddAccountAsync(card, account => account with { Agb = AgbCode.TryRead("01077099") });
        using var doctor = office.Portal.Client(TestPki.Shared.Card(card));
        Assert.Equal("ZVP-L10", (await doctor.GetAsync("/inloggen")).Code);
        var page = await office.Office.GetAsync("/beheer/conflicten");
        var row = page.Page.QuerySelectorAll("tbody tr").Select(tr => PortalAnswer.Plain(tr.TextContent)).Single(text => text.Contains("900 077 002", StringComparison.Ordinal));
        Assert.Contains("01‑077099", row, StringComparison.Ordinal);
        Assert.Contains("01‑077002", row, StringComparison.Ordinal);
    }

    private static (int, string?) Of(PortalAnswer answer) => (answer.Status, answer.Location);

    private static IReadOnlyList<string> Names(PortalAnswer page) =>
        [.. page.Page.QuerySelectorAll("[aria-labelledby=accounts-t] tbody th a").Select(a => a.TextContent.Trim())];

    /// <summary>What the form holds, but for the fields a test changes.</summary>
    private static IEnumerable<(string Name, string Value)> Form(PortalAnswer page) =>
        page.Page.QuerySelectorAll("form[action*='handler=Wijzig'] input:not([type=hidden])")
            .Where(input => input.GetAttribute("type") is not ("radio" or "checkbox") || input.HasAttribute("checked"))
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Where(field => field.Item1 is not ("Form.Agb" or "Form.Practice"));
}
