using System.Net;
using AngleSharp.Dom;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>The main job against a real FHIR R4 server. GP 01999001 has patients p1, p2 and p5 of its fixtures.</summary>
public sealed class RealEpdTests
{
    private const string Card = "zonder-agb";

    [RealEpdFact]
    public async Task Walk_OnARealFhirServer_ListPatientAndLetter()
    {
        await using var epd = await RealEpd.StartAsync();
        // The fixtures have fixed dates; a long time back, so that discharges are on the list whatever day it is.
        await using var portal = await Portal.StartAsync(epd.Fhir, new Dictionary<string, string> { ["Epd__DischargedDays"] = "365" });
        await portal.AddAccountAsync(Card, agb: "01999001");
        using var client = portal.Client(Card);

        var (status, list) = await client.PageAsync("/");
        Assert.Equal((HttpStatusCode.OK, "Mijn patiënten in het ziekenhuis"), (status, list.QuerySelector("h1")?.TextContent));
        var patients = list.QuerySelectorAll("a.zvp-hit__link").ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!, StringComparer.Ordinal);
        await WriteAsync("list", list);
        Assert.Contains("Berg, J.A. van der", patients.Keys);
        Assert.DoesNotContain(patients.Keys, name => name.Contains("El Amrani", StringComparison.Ordinal));

        var letters = 0;
        foreach (var (name, address) in patients)
        {
            var (opened, page) = await client.PageAsync(address);
            await WriteAsync(name, page);
            Assert.Equal(HttpStatusCode.OK, opened);
            Assert.Empty(page.QuerySelectorAll(".zvp-gone").Select(gone => gone.TextContent));
            foreach (var letter in page.QuerySelectorAll("a[href*='/brief/']").Select(link => link.GetAttribute("href")!))
            {
                using var answer = await client.GetAsync(letter);
                Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
                Assert.StartsWith("%PDF-", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                letters++;
            }
        }
        Assert.NotEqual(0, letters);
    }

    private static Task WriteAsync(string name, IDocument page)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Artifacts, "real-epd")).FullName;
        return File.WriteAllTextAsync(Path.Combine(folder, name + ".html"), page.DocumentElement.OuterHtml);
    }
}
