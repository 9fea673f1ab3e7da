using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Aanvragen;

/// <summary>Asking for an account, and following the request.</summary>
[Collection(OfficeJourneys.Name)]
public sealed class RequestTests(OfficeFixture office)
{
    [Fact]
    public async Task Open_WithoutACard_ShowsAnEmptyForm()
    {
        using var stranger = office.Portal.Client(card: null);
        var page = await stranger.GetAsync("/aanvragen");
        Assert.Equal((200, "Account aanvragen"), (page.Status, page.Part("h1")));
        Assert.Equal("", page.Typed("Form.UziNumber") ?? "");
        Assert.Null(page.Page.QuerySelector(".zvp-mainnav"));
    }

    [Fact]
    public async Task Open_WithACard_FillsInWhatTheCardSaysAndAsksTheRest()
    {
        using var doctor = office.Portal.Client(TestPki.Shared.Card(TestCards.Onbekend));
        var page = await doctor.GetAsync("/aanvragen");
        Assert.Equal(("Onno Vreeswijk", "900029999", "01077777"), (page.Typed("Form.Name"), page.Typed("Form.UziNumber"), page.Typed("Form.Agb")));
        Assert.Equal("huisarts", page.Typed("Form.Role"));
        Assert.Contains("Je pas is gelezen", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Typed("Form.InTraining"));
    }

    // A card of nobody's CA is still only text in a form: it is encoded, and gives no session.
    [Fact]
    public async Task Open_WithAForgedCard_ShowsItsTextAsText()
    {
        using var card = TestPki.Shared.Card(TestCards.Onbekend with { CommonName = "<script>x</script>", Issuer = TestPki.Shared.ForeignCa });
        using var client = office.Portal.Client(card);
        var page = await client.GetAsync("/aanvragen");
        Assert.DoesNotContain("<script>x", page.Text, StringComparison.Ordinal);
        Assert.Null(client.SessionCookie);
    }

    [Fact]
    public async Task Send_WithFaults_ShowsEachBesideItsFieldAndAboveAndKeepsWhatWasTyped()
    {
        using var stranger = office.Portal.Client(card: null);
        var answer = await stranger.FillInAsync(
            "/aanvragen", null, ("Form.Name", "T. <b>Verkade</b>"), ("Form.UziNumber", "12345678"), ("Form.Agb", "0105"), ("Form.Practice", "Zuidkade"));
        var (above, beside) = answer.Faults();
        Assert.Equal(422, answer.Status);
        Assert.Equal(above, beside);
        Assert.Equal(6, above.Count);
        Assert.Contains(above, text => text.StartsWith("Dit is een pasnummer", StringComparison.Ordinal));
        Assert.Equal(("T. <b>Verkade</b>", "12345678", "Zuidkade"), (answer.Typed("Form.Name"), answer.Typed("Form.UziNumber"), answer.Typed("Form.Practice")));
        foreach (var link in answer.Page.QuerySelectorAll("#fouten a"))
        {
            var control = answer.Page.QuerySelector(link.GetAttribute("href")!);
            Assert.NotNull(control);
            Assert.Contains("-e", (control.GetAttribute("aria-describedby") ?? control.ParentElement!.ParentElement!.GetAttribute("aria-describedby"))!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Send_InTraining_IsRefusedWithTheReason()
    {
        using var stranger = office.Portal.Client(card: null);
        var answer = await stranger.FillInAsync("/aanvragen", null, office.Request(("Form.InTraining", "True")));
        Assert.Equal(422, answer.Status);
        Assert.Contains("opleiding", answer.Faults().Above.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R16_Send_NumbersOfAnAccount_GetTheSameAnswerAsUnknownOnes()
    {
        var answers = new List<(int, string?, string)>();
        foreach (var (uzi, agb) in ((string, string)[])[("900021219", "01056789"), ("900039999", "01039999")])
        {
            using var stranger = office.Portal.Client(card: null);
            var sent = await stranger.FillInAsync("/aanvragen", null, office.Request(("Form.UziNumber", uzi), ("Form.Agb", agb)));
            var after = await stranger.GetAsync("/aanvragen/verstuurd");
            var code = after.Part(".zvp-ticket__code");
            Assert.Matches(@"\A[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}\z", code);
            var status = await stranger.GetAsync("/aanvragen/status");
            answers.Add((sent.Status, sent.Location, (after.Words + status.Words).Replace(code, "CODE", StringComparison.Ordinal)));
        }
        Assert.Equal(answers[0].Item1, answers[1].Item1);
        Assert.Equal(answers[0].Item2, answers[1].Item2);
        Assert.Equal(Timeless(answers[0].Item3), Timeless(answers[1].Item3));
    }

    [Theory]
    [InlineData("/aanvragen")]
    [InlineData("/aanvragen/status")]
    [InlineData("/aanvragen/status?handler=Aanvullen")]
    [InlineData("/aanvragen/status?handler=Blokkeercode")]
    [InlineData("/blokkeren")]
    public async Task Send_WithoutTheFormsToken_IsRefused(string path)
    {
        using var stranger = office.Portal.Client(card: null);
        using var form = new FormUrlEncodedContent(office.Request().Select(f => KeyValuePair.Create(f.Name, f.Value)));
        Assert.Equal(400, (await stranger.SendAsync(HttpMethod.Post, path, form)).Status);
    }

    [Fact]
    public async Task Follow_ACodeNobodyHas_SaysSoAndKeepsIt()
    {
        using var stranger = office.Portal.Client(card: null);
        var answer = await stranger.FillInAsync("/aanvragen/status", null, ("Reference", "ABCD-EFGH-JKMN-PQRS"));
        Assert.Equal((422, "ABCD-EFGH-JKMN-PQRS"), (answer.Status, answer.Typed("Reference")));
        Assert.Contains("geen aanvraag met deze code", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_FromFormToBlockCode_GoesThroughTheOfficesQuestion()
    {
        var fields = office.Request();
        var (applicant, reference) = await office.RequestAsync(fields);
        using var _ = applicant;
        var id = await IdAsync(fields[0].Value);
        Assert.Equal(303, (await office.Office.FillInAsync(id, "Vraag", ("Question", "Stuur je persoonlijke AGB-code."))).Status);

        // Another browser, with nothing but the code; small letters do as well.
        using var elsewhere = office.Portal.Client(card: null);
        Assert.Equal("/aanvragen/status", (await elsewhere.FillInAsync("/aanvragen/status", null, ("Reference", reference.ToLowerInvariant()))).Location);
        var asked = await elsewhere.GetAsync("/aanvragen/status");
        Assert.Contains("Stuur je persoonlijke AGB-code.", asked.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(fields[1].Value, asked.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await elsewhere.FillInAsync("/aanvragen/status", asked, "Aanvullen", fields)).Status);

        var done = await office.Office.FillInAsync(id, "Goed", ("Form.IsBigChecked", "true"));
        Assert.Equal((303, "/beheer/accounts"), (done.Status, done.Location));
        Assert.Contains("Er is nu een account", (await office.Office.GetAsync("/beheer/accounts")).Part("[role=status]"), StringComparison.Ordinal);

        var approved = await applicant.GetAsync("/aanvragen/status");
        Assert.Contains("Je aanvraag is goedgekeurd", approved.Words, StringComparison.Ordinal);
        Assert.Equal("/aanvragen/blokkeercode", (await applicant.FillInAsync("/aanvragen/status", approved, "Blokkeercode")).Location);
        Assert.NotEqual("", (await applicant.GetAsync("/aanvragen/blokkeercode")).Part(".zvp-ticket__code"));
        Assert.Equal("", (await applicant.GetAsync("/aanvragen/blokkeercode")).Part(".zvp-ticket__code"));
        Assert.Contains(office.Portal.Trail(AuditEventType.AccountAdded), record => record.Detail == "account " + fields[1].Value && record.Actor!.UziNumber == OfficeFixture.Nadia.UziNumber);
    }

    private async Task<string> IdAsync(string name)
    {
        var page = await office.Office.GetAsync("/beheer/accounts");
        return page.Page.QuerySelectorAll("a[href^='/beheer/aanvragen/']").First(a => a.TextContent.Trim() == name).GetAttribute("href")!;
    }

    private static string Timeless(string words) =>
        System.Text.RegularExpressions.Regex.Replace(words, "[0-9]{2}-[0-9]{2}-[0-9]{4} [0-9]{2}:[0-9]{2}", "TIJD", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
}
