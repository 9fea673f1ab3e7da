using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Portal.Pages.Waarneming;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Beheer.Machtigingen;

/// <summary>The office's page: enter one on a written word, approve, refuse and end.</summary>
public sealed class OfficeDelegationTests : IAsyncLifetime
{
    private const string Path = "/beheer/machtigingen";
    private PortalHost _portal = null!;
    private PortalClient _office = null!;
    private PortalClient _doctor = null!;

    public async Task InitializeAsync()
    {
        _portal = await OfficeFixture.StartPortalAsync(("Delegations:OfficeApproves", "true"));
        _office = await OfficeFixture.SignInAsync(_portal, OfficeFixture.Nadia, "/beheer/accounts");
        _doctor = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
    }

    public async Task DisposeAsync()
    {
        _office.Dispose();
        _doctor.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Add_ByNameOnAWrittenWord_IsForTheOtherToAccept()
    {
        var fields = Form("öztürk", "Hoekstra");
        var refused = await _office.FillInAsync(Path, null, [.. fields.Where(field => field.Name != "HasConsent")]);
        Assert.Equal((400, "Hoekstra"), (refused.Status, refused.Typed("Giver")));
        Assert.Equal("true", refused.Page.QuerySelector("#hasconsent")!.GetAttribute("aria-invalid"));

        Assert.Equal(303, (await _office.GiveAsync(Path, fields)).Status);
        var page = await _office.GetAsync(Path);
        Assert.Contains("Machtiging toegevoegd", page.Part("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(["Wacht op antwoord"], page.States("machtigingen-t"));
        Assert.Equal(303, (await _doctor.PressAsync("Aanvaard")).Status);
        Assert.Equal(["Geldig"], (await _doctor.GetAsync(DelegationJourney.Path)).States());
        var record = Assert.Single(_portal.Trail(AuditEventType.DelegationGiven));
        Assert.Equal(OfficeFixture.Nadia.UziNumber, record.Actor!.UziNumber);
        Assert.Contains(new AuditChange("giver", null, TestCards.Huisarts.UziNumber), record.Changes);

        Assert.Equal(303, (await _office.PressAsync("Stop", Path)).Status);
        Assert.Equal(["Ingetrokken"], (await _doctor.GetAsync(DelegationJourney.Path)).States());
        Assert.Contains("Geen machtigingen gevonden", (await _office.GetAsync(Path)).Words, StringComparison.Ordinal);
        Assert.Equal(["Ingetrokken"], (await _office.GetAsync(Path + "?soort=Over")).States("machtigingen-t"));
    }

    [Theory]
    [InlineData("Niemand", "Hoekstra", "Form.Receiver")]
    [InlineData("900021220", "Niemand", "Giver")]
    [InlineData("900021220", "", "Giver")]
    [InlineData("a", "Hoekstra", "Form.Receiver")]
    public async Task Add_NotExactlyOneDoctor_Is400BesideTheField(string receiver, string giver, string field)
    {
        var answer = await _office.FillInAsync(Path, null, Form(receiver, giver));
        Assert.Equal(400, answer.Status);
        Assert.Equal("true", answer.Page.QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid"));
        Assert.Single(answer.Faults().Beside);
    }

    [Fact]
    public async Task Approve_WhatADoctorGave_PutsItInForce()
    {
        using var giver = await _portal.SignInAsync(TestPki.Shared.Card());
        await giver.GiveAsync(DelegationJourney.Path, DelegationJourney.Form(_portal, TestCards.Huisarts2.UziNumber));
        await _doctor.PressAsync("Aanvaard");
        Assert.Equal(["Wacht op goedkeuring"], (await _doctor.GetAsync(DelegationJourney.Path)).States());
        Assert.Equal(["Wacht op goedkeuring"], (await _office.GetAsync(Path + "?soort=Waiting&q=hoekstra")).States("machtigingen-t"));
        Assert.Equal(303, (await _office.PressAsync("Goed", Path)).Status);
        Assert.Equal(["Geldig"], (await _doctor.GetAsync(DelegationJourney.Path)).States());

        await _office.PressAsync("Stop", Path);
        await giver.GiveAsync(DelegationJourney.Path, DelegationJourney.Form(_portal, TestCards.Huisarts2.UziNumber));
        Assert.Equal(303, (await _office.PressAsync("Weiger", Path)).Status);
        Assert.Single(_portal.Trail(AuditEventType.DelegationRefused));
    }

    private (string Name, string Value)[] Form(string receiver, string giver) =>
        [.. DelegationJourney.Form(_portal, receiver), ("Giver", giver), ("HasConsent", "true")];
}
