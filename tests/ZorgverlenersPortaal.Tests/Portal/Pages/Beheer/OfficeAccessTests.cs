using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Beheer;

/// <summary>Default deny: each page is for one function, and who lacks it gets not one byte of it.</summary>
[Collection(OfficeJourneys.Name)]
public sealed class OfficeAccessTests(OfficeFixture office)
{
    /// <summary>Every address of the office and the officer, from the program itself: a page that is added is tested as well.</summary>
    private IReadOnlyList<string> StaffPaths =>
    [
        .. office.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => path.StartsWith("/beheer", StringComparison.Ordinal) || path.StartsWith("/toezicht", StringComparison.Ordinal))
            .Select(path => path.Replace("{uzi}", "900021219", StringComparison.Ordinal).Replace("{id}", "0123456789abcdef", StringComparison.Ordinal)
                .Replace("{node}/{sequence}", "a/1", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task H088_R1_Open_StaffPageAsADoctor_Is403AndRecorded()
    {
        using var doctor = await office.Portal.SignInAsync(TestPki.Shared.Card());
        Assert.Contains("/beheer/accounts", StaffPaths);
        foreach (var path in StaffPaths)
        {
            var answer = await doctor.GetAsync(path);
            Assert.Equal((path, 403, "ZVP-N06"), (path, answer.Status, answer.Code));
            Assert.DoesNotContain("900021219", answer.Text, StringComparison.Ordinal);
        }
        Assert.Equal(StaffPaths.Count, office.Portal.Trail(AuditEventType.FunctionRefused).Count(r => r.Actor!.UziNumber == TestCards.Huisarts.UziNumber));
    }

    [Fact]
    public async Task R1_Open_StaffPageAsAStranger_LeadsToSignIn()
    {
        using var stranger = office.Portal.Client(card: null);
        foreach (var path in StaffPaths)
        {
            var answer = await stranger.GetAsync(path);
            Assert.Equal((path, 303, "/inloggen"), (path, answer.Status, answer.Location));
            Assert.Empty(answer.Bytes);
        }
    }

    [Theory]
    [InlineData("/patienten")]
    [InlineData("/patient/x")]
    [InlineData("/patient/x/brief/y")]
    [InlineData("/patienten/zoeken")]
    [InlineData("/noodprocedure")]
    [InlineData("/noodprocedure/x/verlengen")]
    [InlineData("/noodprocedure/x/stoppen")]
    [InlineData("/noodprocedure/x/verantwoorden")]
    [InlineData("/account")]
    [InlineData("/account/blokkeercode")]
    [InlineData("/toezicht")]
    public async Task R1_Open_DoctorsOrOfficersPageAsTheOffice_Is403(string path)
    {
        var answer = await office.Office.GetAsync(path);
        Assert.Equal((403, "ZVP-N06"), (answer.Status, answer.Code));
        Assert.DoesNotContain("zvp-banner", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R1_Open_OfficesPageAsTheOfficer_Is403()
    {
        foreach (var path in StaffPaths.Where(path => !path.StartsWith("/toezicht", StringComparison.Ordinal)))
        {
            Assert.Equal((path, 403), (path, (await office.Officer.GetAsync(path)).Status));
        }
    }

    [Theory]
    [InlineData("/beheer/accounts/900021219?handler=Blokkeer")]
    [InlineData("/beheer/accounts/900021219?handler=Deblokkeer")]
    [InlineData("/beheer/accounts/900021219?handler=Bevestig")]
    [InlineData("/beheer/accounts/900021219?handler=Wijzig")]
    [InlineData("/beheer/accounts/toevoegen")]
    [InlineData("/beheer/accounts/importeren?handler=Probeer")]
    [InlineData("/beheer/accounts/importeren?handler=Importeer")]
    [InlineData("/beheer/aanvragen/x?handler=Goed")]
    [InlineData("/beheer/aanvragen/x?handler=Vraag")]
    [InlineData("/beheer/aanvragen/x?handler=Afwijs")]
    [InlineData("/beheer/herbevestigen")]
    [InlineData("/beheer/rechten?handler=Keur")]
    [InlineData("/beheer/rechten?handler=Afwijs")]
    [InlineData("/beheer/rechten/voorstel")]
    [InlineData("/beheer/afschermen?handler=VoegToe")]
    [InlineData("/beheer/afschermen?handler=Beeindig")]
    public async Task Send_WithoutTheFormsToken_IsRefusedAndChangesNothing(string path)
    {
        var before = office.Portal.Trail().Count;
        using var form = new FormUrlEncodedContent([new("Reason", "geen"), new("uzi", "900021219"), new("Form.IsBigChecked", "true")]);
        Assert.Equal(400, (await office.Office.SendAsync(HttpMethod.Post, path, form)).Status);
        Assert.Equal(before, office.Portal.Trail().Count);
    }

    [Fact]
    public async Task Open_StaffPages_ShowTheirOwnBarAndMenu()
    {
        var page = await office.Office.GetAsync("/beheer/accounts");
        Assert.NotNull(page.Page.QuerySelector("header.zvp-top--admin"));
        Assert.Equal("Beheer", page.Part(".zvp-brand small"));
        Assert.Equal("Accounts Waarneming Herbevestigen Conflicten Rechten Afschermen Help", page.Part(".zvp-mainnav"));
        Assert.Equal("Accounts", page.Part(".zvp-mainnav a[aria-current=page]"));
        var officers = await office.Officer.GetAsync("/help");
        Assert.NotNull(officers.Page.QuerySelector("header.zvp-top--audit"));
        Assert.Equal("Help", officers.Part(".zvp-mainnav a[aria-current=page]"));
    }
}
