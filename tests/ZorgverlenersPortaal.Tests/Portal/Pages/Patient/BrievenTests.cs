using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>The list of a patient's letters.</summary>
[Collection(PortalJourneys.Name)]
public sealed class BrievenTests(PortalFixture fixture)
{
    private SandboxPatient Patient => fixture.Own.MaxBy(p => p.Letters.Count)!;

    private string Address => fixture.DoctorsPath(Patient.Id) + "/brieven";

    [Fact]
    public async Task List_Unfiltered_HoldsEveryLetterAndOpensIt()
    {
        var answer = await fixture.Doctor.GetAsync(Address);

        var rows = answer.Page.QuerySelectorAll("#brievenlijst tbody tr");
        Assert.Equal($"{rows.Length} van {rows.Length}", answer.Part(".zvp-filter [role=status]"));
        var links = answer.Page.QuerySelectorAll("#brievenlijst a.zvp-hit__other").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(Patient.Letters.Count(l => l.CanOpen), links.Count);
        Assert.Equal(200, (await fixture.Doctor.GetAsync(links[0])).Status);
    }

    [Fact]
    public async Task R2_List_RecordNamesEveryLetter()
    {
        await fixture.Doctor.GetAsync(Address);

        var record = fixture.Portal.Trail(AuditEventType.SectionShown).First(r => r.Category == "Letters");
        Assert.All(Patient.Letters.Where(l => l.CanOpen), letter => Assert.Contains(record.Resources, source => source.StartsWith($"DocumentReference/{letter.Id}/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task R3_EarlierVersion_OpensByItsOwnAddressOnly()
    {
        var pages = await Task.WhenAll(fixture.Own.Select(p => fixture.Doctor.GetAsync(fixture.DoctorsPath(p.Id) + "/brieven")));
        var link = pages.SelectMany(page => page.Page.QuerySelectorAll("a[href*='/eerdere-brief/']")).First().GetAttribute("href")!;

        Assert.Equal(200, (await fixture.Doctor.GetAsync(link)).Status);
        Assert.Equal(AuditEventType.LetterOpened, fixture.Portal.Trail()[0].Event);
        Assert.Equal(404, (await fixture.Doctor.GetAsync(link.Replace("eerdere-brief", "brief", StringComparison.Ordinal))).Status);
        Assert.Equal(AuditEventType.AccessDenied, fixture.Portal.Trail()[0].Event);
    }
}
