using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Beheer;

/// <summary>The rights per role, from proposal to the doctor's page.</summary>
public sealed class RightsPagesTests : IAsyncLifetime
{
    private PortalHost _portal = null!;
    private PortalClient _nadia = null!;
    private PortalClient _willem = null!;

    public async Task InitializeAsync()
    {
        _portal = await OfficeFixture.StartPortalAsync();
        _nadia = await OfficeFixture.SignInAsync(_portal, OfficeFixture.Nadia, "/beheer/accounts");
        _willem = await OfficeFixture.SignInAsync(_portal, OfficeFixture.Willem, "/beheer/accounts");
    }

    public async Task DisposeAsync()
    {
        _nadia.Dispose();
        _willem.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Change_ProposedAndApproved_IsWhatTheDoctorReads()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal("te zien", Cell(await doctor.GetAsync("/help/wat-zie-ik"), "Uitslagen", "Waarneming"));

        var form = await _nadia.GetAsync("/beheer/rechten/voorstel?rol=huisarts");
        var ticked = Ticked(form).Where(box => box.Value != "Delegation/Results").ToArray();
        var sent = await _nadia.FillInAsync("/beheer/rechten/voorstel?rol=huisarts", form, null, [.. ticked, ("Day", "16-4-2099"), ("Reason", "besluit 14")]);
        Assert.Equal((422, "Kies een dag vanaf vandaag, niet vóór de vorige versie en ten hoogste twee jaar vooruit."), (sent.Status, Assert.Single(sent.Faults().Beside)));
        Assert.Equal(ticked.Length, Ticked(sent).Count());
        sent = await _nadia.FillInAsync("/beheer/rechten/voorstel?rol=huisarts", sent, null, [.. ticked, ("Day", form.Typed("Day")!), ("Reason", "besluit 14")]);
        Assert.Equal((303, "/beheer/rechten"), (sent.Status, sent.Location));
        Assert.Equal("te zien", Cell(await doctor.GetAsync("/help/wat-zie-ik"), "Uitslagen", "Waarneming"));

        var own = await _nadia.GetAsync("/beheer/rechten");
        Assert.Null(own.Page.QuerySelector("form[action*='handler=Keur']"));
        var shown = await _willem.GetAsync("/beheer/rechten");
        Assert.Contains("huisarts, Waarneming, Uitslagen: te zien → niet te zien", shown.Part("#voorstel"), StringComparison.Ordinal);
        Assert.Equal(303, (await _willem.FillInAsync("/beheer/rechten", shown, "Keur")).Status);

        var page = await doctor.GetAsync("/help/wat-zie-ik");
        Assert.Equal("niet te zien", Cell(page, "Uitslagen", "Waarneming"));
        Assert.Equal("te zien", Cell(page, "Uitslagen", "Eigen patiënt"));
        Assert.Equal("te zien", Cell(await doctor.GetAsync("/help/wat-zie-ik?rol=so"), "Uitslagen", "Waarneming"));
        Assert.Contains("versie 2", page.Words, StringComparison.Ordinal);
        using var officer = await OfficeFixture.SignInAsync(_portal, OfficeFixture.Esra, "/toezicht");
        var history = (await officer.GetAsync("/toezicht/rechten")).Part("[aria-labelledby=versies-t] tbody tr");
        Assert.Contains("Voorgesteld door Nadia Karaman", history, StringComparison.Ordinal);
        Assert.Contains("Goedgekeurd door Willem Post", history, StringComparison.Ordinal);
    }

    // The page offers no such button: a program could still send the form.
    [Fact]
    public async Task Approve_OwnProposal_IsRefused()
    {
        await ProposeAsync();
        var page = await _nadia.GetAsync("/beheer/rechten");
        using var form = new FormUrlEncodedContent(
        [
            new("number", "2"), new("__RequestVerificationToken", page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        ]);

        var answer = await _nadia.SendAsync(HttpMethod.Post, "/beheer/rechten?handler=Keur", form);

        Assert.Equal((422, "Je keurt je eigen voorstel niet goed. Vraag een andere beheerder."), (answer.Status, Assert.Single(answer.Faults().Above)));
    }

    [Fact]
    public async Task Reject_AsksForAReason_AndMakesRoom()
    {
        await ProposeAsync();
        Assert.Null((await _willem.GetAsync("/beheer/rechten")).Page.QuerySelector("a[href^='/beheer/rechten/voorstel']"));
        Assert.Equal(422, (await _willem.FillInAsync("/beheer/rechten", "Afwijs", ("Reason", ""))).Status);
        Assert.Equal(303, (await _willem.FillInAsync("/beheer/rechten", "Afwijs", ("Reason", "eerst overleggen"))).Status);

        var page = await _willem.GetAsync("/beheer/rechten");
        Assert.NotNull(page.Page.QuerySelector("a[href^='/beheer/rechten/voorstel']"));
        Assert.Contains("Afgewezen: eerst overleggen", page.Part("[aria-labelledby=versies-t]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R7_Propose_PartsWithoutTheRecordItself_IsRefusedBesideTheTable()
    {
        const string path = "/beheer/rechten/voorstel?rol=avg";
        var form = await _nadia.GetAsync(path);
        Assert.DoesNotContain(form.Page.QuerySelectorAll("input[name=Open]"), box => box.GetAttribute("value")!.EndsWith("/Allergies", StringComparison.Ordinal));

        var sent = await _nadia.FillInAsync(path, form, null,
            [.. Ticked(form).Where(box => box.Value != "Emergency/Banner"), ("Day", form.Typed("Day")!), ("Reason", "x")]);

        Assert.Equal(422, sent.Status);
        Assert.StartsWith("Behandelbeperkingen en allergieën horen bij elk dossier", Assert.Single(sent.Faults().Above), StringComparison.Ordinal);
    }

    private async Task ProposeAsync()
    {
        const string path = "/beheer/rechten/voorstel?rol=so";
        var form = await _nadia.GetAsync(path);
        Assert.Equal(303, (await _nadia.FillInAsync(
            path, form, null, [.. Ticked(form).Where(box => box.Value != "Emergency/Letters"), ("Day", form.Typed("Day")!), ("Reason", "x")])).Status);
    }

    private static IEnumerable<(string Name, string Value)> Ticked(PortalAnswer page) =>
        page.Page.QuerySelectorAll("input[name=Open][checked]").Select(box => ("Open", box.GetAttribute("value")!));

    private static string Cell(PortalAnswer page, string part, string basis) => PortalAnswer.Plain(
        page.Page.QuerySelectorAll("[aria-labelledby=rechten-t] tbody tr").Single(row => PortalAnswer.Plain(row.QuerySelector("th")!.TextContent) == part)
            .QuerySelector($"td[data-h='{basis}']")!.TextContent);
}
