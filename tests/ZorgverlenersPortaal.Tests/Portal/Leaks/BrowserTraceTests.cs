using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Leaks;

/// <summary>H120: what a browser, a proxy or a printer keeps of a page by itself (address, title, file name) names no patient.</summary>
[Collection(PortalJourneys.Name)]
public sealed class BrowserTraceTests(PortalFixture fixture)
{
    [Fact]
    public async Task H120_TitleAddressAndFileName_HoldNoNameAndNoNumber()
    {
        var patient = fixture.Own.First(p => p.State == "admitted" && p.Letters.Any(l => l.CanOpen));
        var record = fixture.DoctorsPath(patient.Id);
        var page = await fixture.Doctor.GetAsync(record);
        var links = page.Page.QuerySelectorAll($"a[href^='{record}']").Select(link => link.GetAttribute("href")!).Append("/patienten").Append(record).Distinct(StringComparer.Ordinal).ToList();
        string[] secrets = [patient.Bsn, patient.Id, .. patient.Name.Split(' ').Where(word => word.Length > 3), .. patient.Letters.Select(letter => letter.Id)];
        Assert.InRange(links.Count, 8, 500);

        foreach (var link in links)
        {
            var answer = await fixture.Doctor.GetAsync(link);
            string[] kept = [link, answer.Header("Content-Disposition") ?? "", answer.Header("Location") ?? "", answer.Header("Content-Type")!.StartsWith("text/html", StringComparison.Ordinal) ? answer.Page.Title ?? "" : ""];
            foreach (var secret in secrets)
            {
                Assert.DoesNotContain(kept, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
            }
            Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        }
    }
}
