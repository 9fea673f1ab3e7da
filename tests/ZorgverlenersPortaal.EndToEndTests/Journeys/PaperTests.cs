using System.Globalization;
using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>What Chromium puts on paper: on every sheet which page it is, and of a record whose it is. The slanted watermark is for the eye: no text is read from it.</summary>
[Collection(Site.Shared)]
public sealed class PaperTests
{
    private static readonly Dictionary<string, string?> _environment = [];

    [BrowserFact]
    public async Task Paper_OfARecordAndOfTheHandover_SaysOnEverySheetWhoseItIs()
    {
        await using var hospital = await Hospital.StartAsync();
        await using var portal = await Portal.StartAsync(hospital.Fhir);
        await portal.AddAccountAsync("huisarts");
        await using var browser = await CardBrowser.StartAsync(portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.Laptop);
        var page = window.Page;
        var record = await FirstRecord.OpenAsync(page);
        var name = (await page.Locator(".zvp-id__name").InnerTextAsync()).Split('(')[0].Trim();
        foreach (var (part, picture) in new[] { ("", "summary"), ("/medicatie", "medication"), ("/klinische-chemie", "chemistry") })
        {
            await page.GotoAsync(record + part);
            await page.Locator("#waarom").WaitForAsync();
            foreach (var (sheet, number, count) in await PrintAsync(page, picture))
            {
                Assert.Contains(name, sheet, StringComparison.Ordinal);
                Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Pagina {number} van {count}"), sheet, StringComparison.Ordinal);
                Assert.DoesNotContain("Uitloggen", sheet, StringComparison.Ordinal);
            }
        }
        await page.GotoAsync("/patienten");
        await page.GetByRole(AriaRole.Button, new() { Name = "Overdracht afdrukken" }).ClickAsync();
        var handover = await PrintedAsync(page, "handover");
        Assert.Contains("door Sietske Hoekstra", handover[0].Text, StringComparison.Ordinal);
        Assert.All(handover, one => Assert.Contains($"van {one.Count}", one.Text, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<(string Text, int Number, int Count)>> PrintAsync(IPage page, string picture)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Afdrukken" }).ClickAsync();
        return await PrintedAsync(page, picture);
    }

    /// <summary>The text of each sheet; the sheets are kept as a PDF to look at.</summary>
    private static async Task<IReadOnlyList<(string Text, int Number, int Count)>> PrintedAsync(IPage page, string picture)
    {
        await page.Locator("[data-print-now]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Checkout.Artifacts, "paper")).FullName, picture + ".pdf");
        await page.PdfAsync(new() { Path = file, PreferCSSPageSize = true });
        var text = string.Join('\n', await RunningProgram.RunAsync("pdftotext", "pdftotext", ["-layout", file, "-"], _environment));
        var sheets = text.Split('\f', StringSplitOptions.RemoveEmptyEntries).Where(sheet => !string.IsNullOrWhiteSpace(sheet)).ToList();
        Assert.NotEmpty(sheets);
        return [.. sheets.Select((sheet, at) => (sheet, at + 1, sheets.Count))];
    }
}
