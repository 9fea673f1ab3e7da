using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Waarneming;

/// <summary>The doctor's page: give with the card once more, accept, refuse, end; errors beside their fields.</summary>
public sealed class DelegationPageTests : IAsyncLifetime
{
    private const string Path = DelegationJourney.Path;
    private readonly X509Certificate2 _card = TestPki.Shared.Card();
    private readonly X509Certificate2 _otherCard = TestPki.Shared.Card(TestCards.Huisarts2);
    private PortalHost _portal = null!;
    private PortalClient _giver = null!;
    private PortalClient _receiver = null!;

    public async Task InitializeAsync()
    {
        _portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir");
        _giver = await _portal.SignInAsync(_card);
        _receiver = await _portal.SignInAsync(_otherCard);
    }

    public async Task DisposeAsync()
    {
        _giver.Dispose();
        _receiver.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task R8_Give_AcceptedAndEnded_ShowsAtBothSidesAtOnce()
    {
        var empty = await _giver.GetAsync(Path);
        Assert.Contains("Niemand neemt voor je waar", empty.Words, StringComparison.Ordinal);
        Assert.Equal("Waarneming", empty.Part("nav [aria-current=page]"));
        var sent = await _giver.GiveAsync(Path, DelegationJourney.Form(_portal, "900 021 220", ("Form.Shifts", "ma-zo 00:00-24:00"), ("Form.Note", "vakantie <b>")));
        Assert.Equal((303, Path), (sent.Status, sent.Location));
        var shown = await _giver.GetAsync(Path);
        Assert.Contains("Je verzoek is vastgelegd", shown.Part("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(["Wacht op antwoord"], shown.States("gegeven-t"));
        Assert.Contains("ma-zo 00:00-24:00", shown.Words, StringComparison.Ordinal);
        Assert.Contains("vakantie <b>", shown.Words, StringComparison.Ordinal);
        Assert.Single(_portal.Trail(AuditEventType.StepUpProven));

        var asked = await _receiver.GetAsync(Path);
        Assert.Contains("vraagt je om waar te nemen", asked.Part(".zvp-note"), StringComparison.Ordinal);
        Assert.Equal((303, Path), Of(await _receiver.PressAsync("Aanvaard")));
        Assert.Equal(["Geldig"], (await _receiver.GetAsync(Path)).States());
        Assert.Equal(["Geldig"], (await _giver.GetAsync(Path)).States("gegeven-t"));

        Assert.Equal((303, Path), Of(await _giver.PressAsync("Stop")));
        var ended = await _receiver.GetAsync(Path);
        Assert.Equal(["Ingetrokken"], ended.States());
        Assert.Null(ended.Page.QuerySelector("[aria-labelledby=gekregen-t] button"));
        Assert.Equal(TestCards.Huisarts.UziNumber, Assert.Single(_portal.Trail(AuditEventType.DelegationEnded)).Actor!.UziNumber);
    }

    [Theory]
    [InlineData("900021219", 0, 10, "Form.Receiver")]
    [InlineData("", 0, 10, "Form.Receiver")]
    [InlineData("900021220", -1, 10, "Form.FirstDay")]
    [InlineData("900021220", 10, 5, "Form.LastDay")]
    [InlineData("900021220", 0, 3650, "Form.LastDay")]
    public async Task H063_Give_WrongForm_Is400BesideTheFieldBeforeTheCardIsAsked(string receiver, int first, int last, string field)
    {
        var answer = await _giver.FillInAsync(
            Path, null, DelegationJourney.Form(_portal, receiver, ("Form.FirstDay", DelegationJourney.Day(_portal, first)), ("Form.LastDay", DelegationJourney.Day(_portal, last)), ("Form.Note", "blijft staan")));
        Assert.Equal((400, "blijft staan"), (answer.Status, answer.Typed("Form.Note")));
        Assert.Equal(answer.Faults().Above, answer.Faults().Beside);
        Assert.Equal("true", answer.Page.QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid"));
        Assert.Empty(_portal.Trail(AuditEventType.DelegationGiven));
    }

    [Fact]
    public async Task H063_Give_UnknownOrBlockedOrTwice_Is400WithTheSameWords()
    {
        await _portal.Accounts.BlockAsync(TestCards.Avg.UziNumber, "weg", PortalHost.Office);
        var unknown = await _giver.GiveAsync(Path, DelegationJourney.Form(_portal, "900029999"));
        var blocked = await _giver.GiveAsync(Path, DelegationJourney.Form(_portal, TestCards.Avg.UziNumber));
        Assert.Equal((400, 400), (unknown.Status, blocked.Status));
        Assert.Equal(unknown.Faults().Beside, blocked.Faults().Beside);
        Assert.Single(blocked.Faults().Beside);
        Assert.Equal(303, (await _giver.GiveAsync(Path, DelegationJourney.Form(_portal, "900021220"))).Status);
        var again = await _giver.GiveAsync(Path, DelegationJourney.Form(_portal, "900021220"));
        Assert.Equal(400, again.Status);
        Assert.Contains("er al een waarneming tussen deze twee", again.Part("#fouten"), StringComparison.Ordinal);
        Assert.Equal(3, _portal.Trail(AuditEventType.DelegationChangeRefused).Count);
    }

    [Fact]
    public async Task Give_WithoutTheCardOnceMore_GivesNothing()
    {
        var page = await _giver.GetAsync(Path);
        var sent = await _giver.FillInAsync(Path, page, null, [.. DelegationJourney.Form(_portal, "900021220"), ("bewijs", "verzonnen")]);
        Assert.StartsWith(Path + "?bewijs=", sent.Location, StringComparison.Ordinal);
        Assert.Empty(_portal.Trail(AuditEventType.DelegationGiven));
        Assert.Equal("NewDelegation: Unknown", Assert.Single(_portal.Trail(AuditEventType.StepUpRefused)).Detail);
    }

    [Fact]
    public async Task Press_ButtonOfAnothersOrOfAnOldPage_ChangesNothing()
    {
        await _giver.GiveAsync(Path, DelegationJourney.Form(_portal, "900021220"));
        var old = await _receiver.GetAsync(Path);
        var id = old.Page.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        using var stranger = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Ouderengeneeskunde));
        Assert.Equal("", (await stranger.GetAsync(Path)).Part("[aria-labelledby=gekregen-t] tbody"));
        var page = await stranger.GetAsync(Path);
        var token = page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("id", id)]);
        Assert.Equal(404, (await stranger.SendAsync(HttpMethod.Post, Path + "?handler=Aanvaard", content)).Status);

        await _giver.PressAsync("Stop");
        var late = await _receiver.FillInAsync(Path, old, "Aanvaard");
        Assert.Equal(422, late.Status);
        Assert.Contains("intussen gewijzigd", late.Part("#fouten"), StringComparison.Ordinal);
        Assert.Equal(["Ingetrokken"], late.States());
    }

    [Fact]
    public async Task Page_EndsInTwoDays_RemindsBothOfThem()
    {
        await _giver.GiveAsync(Path, DelegationJourney.Form(_portal, "900021220", ("Form.LastDay", DelegationJourney.Day(_portal, 2))));
        await _receiver.PressAsync("Aanvaard");
        Assert.Contains("De waarneming door Fatma Öztürk-van 't Hof verloopt over 2 dagen.", (await _giver.GetAsync(Path)).Part(".zvp-note--warn"), StringComparison.Ordinal);
        var page = await _receiver.GetAsync(Path);
        Assert.Contains("verloopt over 2 dagen.", page.Part(".zvp-note--warn"), StringComparison.Ordinal);
        Assert.Equal(["Verloopt over 2 dagen"], page.States());
    }

    private static (int Status, string? Location) Of(PortalAnswer answer) => (answer.Status, answer.Location);
}
