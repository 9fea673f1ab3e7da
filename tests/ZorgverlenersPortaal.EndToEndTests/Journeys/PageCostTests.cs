using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>What a page costs its reader in bytes; how much of it moves while it loads hangs on time, and is only noted (artifacts/page-cost-*.txt).</summary>
[Collection(Site.Shared)]
public sealed class PageCostTests(Site site)
{
    /// <summary>
    /// What the house allows a page without letters (issue "The pages"). Personal HTML goes uncompressed (security.md item 22); style,
    /// script and font stay in the browser for good and are compressed only in a published portal, so they are not counted here.
    /// </summary>
    private const int MostBytes = 60_000;

    private static readonly string[] _parts =
        ["", "/zorgmomenten", "/dossier", "/brieven", "/medicatie", "/klinische-chemie", "/microbiologie", "/radiologie"];

    [BrowserTheory]
    [InlineData(1366)]
    [InlineData(320)]
    public async Task Page_WithItsStylesAtHand_IsLight(int width)
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts");
        string record;
        await using (var first = await browser.OpenAsync(Kind(width)))
        {
            record = await FirstRecord.OpenAsync(first.Page);
            List<string> table = [];
            foreach (var address in _parts.Select(part => record + part).Prepend("/patienten"))
            {
                var (bytes, shift) = await CostAsync(first.Page, address);
                table.Add(string.Create(CultureInfo.InvariantCulture, $"{bytes,8} B  shift {shift:0.0000}  {(address == "/patienten" ? address : "record" + address[record.Length..])}"));
                Assert.True(bytes <= MostBytes, string.Join('\n', table));
            }
            await File.WriteAllLinesAsync(Path.Combine(Checkout.Artifacts, $"page-cost-{width}.txt"), table);
        }
    }

    private static WindowKind Kind(int width) => width == 320 ? WindowKind.Phone : WindowKind.Laptop;

    /// <summary>The page's own bytes, headers too, and the sum of its layout shifts.</summary>
    private static async Task<(long Bytes, double Shift)> CostAsync(IPage page, string address)
    {
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        var bytes = 0L;
        ConcurrentDictionary<string, bool> pages = new(StringComparer.Ordinal);
        network.Event("Network.requestWillBeSent").OnEvent += (_, told) =>
            pages[told!.Value.GetProperty("requestId").GetString()!] = told.Value.GetProperty("type").GetString() == "Document";
        network.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            if (pages.GetValueOrDefault(told!.Value.GetProperty("requestId").GetString()!))
            {
                Interlocked.Add(ref bytes, (long)told.Value.GetProperty("encodedDataLength").GetDouble());
            }
        };
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        var shift = await page.EvaluateAsync<double>("""
            () => new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
                requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
            })
            """);
        await network.DetachAsync();
        return (Interlocked.Read(ref bytes), shift);
    }
}
