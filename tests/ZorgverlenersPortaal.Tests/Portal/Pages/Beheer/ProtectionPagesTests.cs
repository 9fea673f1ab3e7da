using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Beheer;

/// <summary>The office's list of protected records.</summary>
[Collection(OfficeJourneys.Name)]
public sealed class ProtectionPagesTests(OfficeFixture office)
{
    private const string Path = "/beheer/afschermen";

    [Fact]
    public async Task Add_AndEnd_StandsOnThePageWithoutTheBsn()
    {
        var added = await office.Office.FillInAsync(
            Path, "VoegToe", ("Form.Kind", "PatientWish"), ("Form.Bsn", "9999.00.092"), ("Form.Against", "01-234567"), ("Form.Reason", "brief van 20 februari"));
        Assert.Equal((303, Path), (added.Status, added.Location));
        var page = await office.Office.GetAsync(Path);
        var row = page.Part("[aria-labelledby=lijst-t] tbody tr");
        Assert.Contains("BSN eindigt op 092", row, StringComparison.Ordinal);
        Assert.Contains("Bezwaar van de patiënt", row, StringComparison.Ordinal);
        Assert.DoesNotContain("999900092", page.Text, StringComparison.Ordinal);
        Assert.Equal("999900092", office.Portal.Trail(AuditEventType.PatientProtected)[^1].Patients[0].Bsn);

        var id = page.Page.QuerySelector("select[name=id] option")!.GetAttribute("value")!;
        Assert.Equal(422, (await office.Office.FillInAsync(Path, "Beeindig", ("id", id), ("EndReason", ""))).Status);
        Assert.Equal(303, (await office.Office.FillInAsync(Path, "Beeindig", ("id", id), ("EndReason", "ingetrokken"))).Status);
        Assert.Contains("beëindigd door Nadia Karaman", (await office.Office.GetAsync(Path)).Part("[aria-labelledby=eerder-t]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WithFaults_ShowsThemBesideTheirFields()
    {
        var answer = await office.Office.FillInAsync(Path, "VoegToe", ("Form.Bsn", "123456789"), ("Form.Against", "12"), ("Form.LastDay", "morgen"));
        Assert.Equal((422, 4), (answer.Status, answer.Faults().Above.Count));
        Assert.Equal(answer.Faults().Above.Order(StringComparer.Ordinal), answer.Faults().Beside.Order(StringComparer.Ordinal));
        answer = await office.Office.FillInAsync(Path, "VoegToe", ("Form.Kind", "OwnStaff"), ("Form.Reason", "x"));
        Assert.Equal("Vul een BSN of een patiëntnummer van het EPD in.", Assert.Single(answer.Faults().Beside));
    }
}
