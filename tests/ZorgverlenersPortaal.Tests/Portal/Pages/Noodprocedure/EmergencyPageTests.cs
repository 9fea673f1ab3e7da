using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Noodprocedure;

public sealed class EmergencyPageTests(EmergencyFixture fixture) : IClassFixture<EmergencyFixture>
{
    private const string Path = "/noodprocedure";

    [Fact]
    public async Task Open_Form_AsksTheCardAgainAndKeepsTheText()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var form = fixture.Form();
        var before = fixture.Epd.Asked.Count;
        var asked = await client.FillInAsync(Path, null, form);
        Assert.Equal(303, asked.Status);
        Assert.StartsWith(Path + "?bewijs=", asked.Location, StringComparison.Ordinal);
        Assert.Equal(before, fixture.Epd.Asked.Count);

        var page = await client.GetAsync(asked.Location!);
        Assert.Contains("We hebben je pas opnieuw gecontroleerd", page.Words, StringComparison.Ordinal);
        Assert.Equal(form[7].Value, page.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(("9999 00 018", "1948", "OutOfHours"), (page.Typed("Form.Bsn"), page.Typed("Form.Year"), page.Typed("Form.Reason")));
        Assert.DoesNotContain("bewijs", page.Page.QuerySelector("main form")!.GetAttribute("action")!, StringComparison.Ordinal);

        var opened = await client.FillInAsync(Path, page, null, form);
        var session = fixture.Portal.Session();
        Assert.Equal(("p1", 303), (fixture.Patient(opened.Location!["/patient/".Length..], session), opened.Status));
        Assert.NotNull(await fixture.FindAsync("900021219", session));
    }

    [Fact]
    public async Task R8_Open_HoldsInThisSessionOnly()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        await fixture.OpenAsync(client);
        var first = fixture.Portal.Session();
        using var other = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        Assert.NotNull(await fixture.FindAsync("900021219", first));
        Assert.Null(await fixture.FindAsync("900021219", fixture.Portal.Session()));
        Assert.Null(await fixture.FindAsync("900021220", first));
        Assert.DoesNotContain("Nu open", (await other.GetAsync(Path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithoutTheCardAgain_OpensNothing()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Avg));
        var form = fixture.Form(("bewijs", "verzonnen"));
        var answer = await client.FillInAsync(Path, null, form);
        Assert.StartsWith(Path + "?bewijs=", answer.Location, StringComparison.Ordinal);
        Assert.Null(await fixture.FindAsync(TestCards.Avg.UziNumber, fixture.Portal.Session(TestCards.Avg.UziNumber)));
    }

    [Fact]
    public async Task Send_EmptyForm_SaysEveryFaultBesideItsField()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var answer = await client.FillInAsync(Path, null, ("Form.Bsn", "999990018"), ("Form.Words", "spoed"));
        Assert.Equal(422, answer.Status);
        string[] faults =
        [
            "Dit BSN klopt niet. Controleer de 9 cijfers.", "Deze geboortedatum klopt niet. Vul dag, maand en jaar in.", "Kies een reden.",
            "Schrijf een toelichting van minstens 20 tekens.", "Vink aan dat je deze patiënt nu behandelt.",
        ];
        Assert.Equal(faults, answer.Faults().Above);
        Assert.Equal(faults, answer.Faults().Beside);
        Assert.All(answer.Page.QuerySelectorAll("#fouten a"), a => Assert.NotNull(answer.Page.QuerySelector(a.GetAttribute("href")!)));
    }

    [Theory]
    [InlineData("Form.Bsn", "999900031")]
    [InlineData("Form.Year", "1952")]
    public async Task R16_NobodyFound_SameStatusSameWords(string field, string value)
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var answer = await EmergencyFixture.SendAsync(client, Path, fixture.Form((field, value)));
        Assert.Equal(404, answer.Status);
        Assert.Contains("Met deze gegevens openen we geen dossier", answer.Words, StringComparison.Ordinal);
        Assert.Contains("078 000 10 00", answer.Words.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimnaam", answer.Text, StringComparison.Ordinal);
        Assert.Equal("OutOfHours", answer.Typed("Form.Reason"));
    }

    [Fact]
    public async Task R2_TrailGone_NothingOpens()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Ouderengeneeskunde));
        var session = fixture.Portal.Session(TestCards.Ouderengeneeskunde.UziNumber);
        var asked = await client.FillInAsync(Path, null, fixture.Form());
        var page = await client.GetAsync(asked.Location!);
        using (fixture.Portal.BreakTrail())
        {
            Assert.Equal(503, (await client.FillInAsync(Path, page, null, fixture.Form())).Status);
        }
        Assert.Null(await fixture.FindAsync(TestCards.Ouderengeneeskunde.UziNumber, session));
    }

    [Fact]
    public async Task Stop_WithTheButton_EndsIt()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var handle = await fixture.OpenAsync(client);
        var session = fixture.Portal.Session();
        Assert.Contains("Nu open 1", (await client.GetAsync(Path)).Words, StringComparison.Ordinal);

        var stopped = await client.FillInAsync($"{Path}/{handle}/stoppen", null);
        Assert.Equal((303, Path), (stopped.Status, stopped.Location));
        Assert.Null(await fixture.FindAsync("900021219", session));
        var told = await client.GetAsync(Path);
        Assert.Contains("De noodprocedure is gestopt", told.Words, StringComparison.Ordinal);
        Assert.Equal(404, (await client.GetAsync($"{Path}/{handle}/stoppen")).Status);
        Assert.Equal(404, (await client.GetAsync($"{Path}/{handle}/verlengen")).Status);
    }

    [Fact]
    public async Task Extend_NewReasonAndTheCardAgain_GoesOn()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var handle = await fixture.OpenAsync(client);
        var path = $"{Path}/{handle}/verlengen";
        Assert.Equal(422, (await client.FillInAsync(path, null, ("Form.Words", "spoed"))).Status);

        var sent = await EmergencyFixture.SendAsync(client, path, [.. fixture.Form().Where(f => f.Name is "Form.Reason" or "Form.Words" or "Form.IsTreating")]);
        Assert.Equal((303, "/patient/" + handle), (sent.Status, sent.Location));
        Assert.NotEmpty(fixture.Portal.Trail(AuditEventType.EmergencyExtended));
    }

    [Fact]
    public async Task R1_StopAndExtend_WithAHandleOfAnotherSession_AreNotFound()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var handle = await fixture.OpenAsync(client);
        var session = fixture.Portal.Session();
        using var other = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal(404, (await other.GetAsync($"{Path}/{handle}/stoppen")).Status);
        Assert.Equal(404, (await other.GetAsync($"{Path}/{handle}/verlengen")).Status);
        Assert.NotNull(await fixture.FindAsync("900021219", session));
    }

    [Fact]
    public async Task Account_TaskOnTheHomePage_IsThereUntilItIsWritten()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Apotheekhoudend));
        var handle = await fixture.OpenAsync(client);
        await client.FillInAsync($"{Path}/{handle}/stoppen", null);
        using var later = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Apotheekhoudend));
        var home = await later.GetAsync("/patienten");
        var task = home.Page.QuerySelector("a[href$='/verantwoorden']")!.GetAttribute("href")!;
        Assert.Contains("Verantwoord je noodprocedure", home.Words, StringComparison.Ordinal);

        Assert.Equal(422, (await later.FillInAsync(task, null, ("Words", "ok"))).Status);
        var kept = await later.FillInAsync(task, null, ("Words", "Glucose gegeven na overleg met de cardioloog"));
        Assert.Equal((303, Path), (kept.Status, kept.Location));
        Assert.DoesNotContain("Verantwoord je", (await later.GetAsync("/patienten")).Words, StringComparison.Ordinal);
        Assert.Contains("Glucose gegeven", (await later.GetAsync(task)).Words, StringComparison.Ordinal);

        using var other = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal(404, (await other.GetAsync(task)).Status);
    }

    [Fact]
    public async Task Home_OfTheOwnGeneralPractitioner_SaysThatAColleagueOpenedOne()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        await fixture.OpenAsync(client);
        using var own = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var home = await own.GetAsync("/patienten");
        Assert.Contains("Een collega gebruikte de noodprocedure bij een patiënt van jou", home.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimnaam", home.Text, StringComparison.Ordinal);
        var link = home.Page.QuerySelectorAll("main a[href^='/patient/']").Select(a => a.GetAttribute("href")!).First();
        Assert.Contains("Geheimnaam", (await own.GetAsync(link)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Een collega", (await client.GetAsync("/patienten")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_BeyondTheNumberOfADay_AsksForTheSecondTick()
    {
        await using var portal = await PortalHost.StartAsync(fixture.Epd.Base, ("Emergency:PerDay", "1"));
        using var client = await portal.SignInAsync(TestPki.Shared.Card());
        Assert.StartsWith("/patient/", (await EmergencyFixture.SendAsync(client, Path, fixture.Form())).Location, StringComparison.Ordinal);
        await client.FillInAsync($"{Path}/{(await client.GetAsync(Path)).Page.QuerySelector("a[href$='/stoppen']")!.GetAttribute("href")!.Split('/')[2]}/stoppen", null);

        var asked = await client.FillInAsync(Path, null, fixture.Form());
        Assert.Equal(422, asked.Status);
        Assert.Contains("Bel eerst het ziekenhuis", asked.Words, StringComparison.Ordinal);
        Assert.NotNull(asked.Page.QuerySelector("input[name='Form.HasCalled']"));
        var opened = await EmergencyFixture.SendAsync(client, Path, fixture.Form(("Form.HasCalled", "true")));
        Assert.StartsWith("/patient/", opened.Location, StringComparison.Ordinal);
        Assert.Contains(portal.Trail(AuditEventType.EmergencyOpened)[0].Changes, change => change.After == "over-day");
    }

    [Fact]
    public async Task R6_WholeProcedure_LeavesNoBsnInTheLog()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        await fixture.OpenAsync(client);
        await EmergencyFixture.SendAsync(client, Path, fixture.Form(("Form.Year", "1952")));
        Assert.DoesNotContain(fixture.Portal.Log.Lines, line => line.Contains(EmergencyFixture.Bsn, StringComparison.Ordinal) || line.Contains("Geheimnaam", StringComparison.Ordinal));
    }
}
