using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>
/// Makes the pictures of the manual, of invented persons, in artifacts/handleiding. When a page changed so much that its picture
/// misleads, the new one is copied to docs/handleiding/beelden, which is built into the portal.
/// </summary>
[Collection(Site.Shared)]
public sealed class ManualPicturesTests
{
    private const int Most = 100_000;

    [BrowserFact]
    public async Task Pictures_OfTheManual_AreMadeAndSmall()
    {
        await using var hospital = await Hospital.StartAsync();
        await using var portal = await Portal.StartAsync(hospital.Fhir);
        await portal.AddAccountAsync("huisarts");
        await using var browser = await CardBrowser.StartAsync(portal, "huisarts");
        await using var window = await browser.OpenAsync(new(900, 560));
        var page = window.Page;
        var record = await FirstRecord.OpenAsync(page);
        var made = new List<string>();
        foreach (var (address, name) in new[]
        {
            ("/patienten", "lijst"), (record, "dossier"), (record + "/klinische-chemie", "uitslagen"), (record + "/brieven", "brieven"),
            (record + "/medicatie", "medicatie"), ("/noodprocedure", "noodprocedure"), ("/waarneming", "waarneming"),
        })
        {
            await page.GotoAsync(address);
            await page.Locator("main h1").WaitForAsync();
            await page.WaitForLoadStateAsync(LoadState.Load);
            var file = Path.Combine(Checkout.Artifacts, "handleiding", name + ".jpg");
            await page.ScreenshotAsync(new() { Path = file, Type = ScreenshotType.Jpeg, Quality = 60 });
            made.Add(file);
        }
        Assert.All(made, file => Assert.InRange(new FileInfo(file).Length, 5_000, Most));
    }
}
