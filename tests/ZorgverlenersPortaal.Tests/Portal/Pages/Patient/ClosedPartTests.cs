using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>What the hospital's role matrix closes is told as what it is: no failure, nothing to try again.</summary>
[Collection(PortalJourneys.Name)]
public sealed class ClosedPartTests(PortalFixture fixture)
{
    [Fact]
    public async Task R7_Page_PartThatTheMatrixCloses_SaysSoAndWhomToAskWithoutARetry()
    {
        await using var portal = await PortalHost.StartAsync(fixture.Epd.Address, ("Portal:OfficeName", "Bureau Test"), ("Portal:OfficePhone", "078 000 20 04"));
        using var doctor = await portal.SignInAsync(TestPki.Shared.Card());
        var office = portal.Services.GetRequiredService<RoleMatrixOffice>();
        var closed = new RoleMatrixCell(CareRole.GeneralPractitioner, AccessBasis.OwnPatient, DossierCategory.Diagnoses);
        var today = DutchDay.Of(portal.Clock);
        Assert.Equal(RoleMatrixOutcome.Done, await office.ProposeAsync(new(1, [.. RoleMatrixCell.All.Where(c => c != closed)], today, "besluit 2026-15"), TestStaff.Noor));
        Assert.Equal(RoleMatrixOutcome.Done, await office.ApproveAsync(2, TestStaff.Joris));

        var answer = await doctor.GetAsync(portal.PatientPath(fixture.Own.First(p => p.State == "admitted").Id, portal.Session()));

        Assert.Empty(answer.Page.QuerySelectorAll(".zvp-gone"));
        var part = answer.Part("#diagnoses .zvp-closed");
        Assert.Contains("Niet getoond: Diagnoses", part, StringComparison.Ordinal);
        Assert.Contains("ZVP-N10", part, StringComparison.Ordinal);
        Assert.Contains("Bureau Test: 078", part, StringComparison.Ordinal);
        Assert.DoesNotContain("Er kunnen wel gegevens zijn", part, StringComparison.Ordinal);
        Assert.Equal(["/help/wat-zie-ik"], answer.Page.QuerySelectorAll("#diagnoses a").Select(link => link.GetAttribute("href")));
    }
}
