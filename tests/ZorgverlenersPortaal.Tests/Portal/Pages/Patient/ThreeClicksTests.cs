using AngleSharp.Dom;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>A doctor's questions, answered within three clicks from her list.</summary>
[Collection(PortalJourneys.Name)]
public sealed class ThreeClicksTests(PortalFixture fixture)
{
    private int _clicks;

    [Fact]
    public async Task IsTheDischargeLetterThere()
    {
        var letter = await FirstAsync(async record =>
            Link(record, "#brieven a.nl-link[href*='/brief/']", "Ontslagbrief") is { } link ? await ClickAsync(link) : null);

        Assert.Equal("application/pdf", letter.Header("Content-Type"));
        Assert.InRange(_clicks, 1, 3);
    }

    [Fact]
    public async Task WhichMedicationWasStopped()
    {
        var page = await FirstAsync(async record =>
        {
            var medication = await ClickAsync(Link(record, ".zvp-side a", "Medicatie")!);
            return medication.Page.QuerySelectorAll("#medicatie h3").Any(heading => heading.TextContent.StartsWith("Gestopt", StringComparison.Ordinal)) ? medication : null;
        });

        Assert.NotEmpty(page.Page.QuerySelectorAll("#medicatie [aria-label='Tabel: Gestopt of voorbij'] tbody th strong"));
        Assert.InRange(_clicks, 1, 3);
    }

    [Fact]
    public async Task MaySheBeResuscitated()
    {
        var page = await FirstAsync(record => Task.FromResult(record.Page.QuerySelector(".zvp-limit--set") is null ? null : record));

        Assert.Contains("eanimeren", page.Part(".zvp-limit"), StringComparison.Ordinal);
        Assert.InRange(_clicks, 1, 3);
    }

    [Fact]
    public async Task WhatIsTheLatestPotassium()
    {
        var page = await FirstAsync(async record =>
        {
            var chemistry = await ClickAsync(Link(record, ".zvp-side a", "Klinische chemie")!);
            return chemistry.Words.Contains("Kalium", StringComparison.OrdinalIgnoreCase) ? chemistry : null;
        });

        Assert.NotEmpty(page.Part(".zvp-lab tbody .zvp-now"));
        Assert.InRange(_clicks, 1, 3);
    }

    /// <summary>Opens patients of the list, each anew from the list, until one has the answer.</summary>
    private async Task<PortalAnswer> FirstAsync(Func<PortalAnswer, Task<PortalAnswer?>> look)
    {
        var list = await fixture.Doctor.GetAsync("/patienten");
        foreach (var row in list.Page.QuerySelectorAll("a.zvp-hit__link"))
        {
            _clicks = 0;
            if (await look(await ClickAsync(row)) is { } answer)
            {
                return answer;
            }
        }
        Assert.Fail("No patient on the list has it.");
        return list;
    }

    private static IElement? Link(PortalAnswer page, string selector, string text) =>
        page.Page.QuerySelectorAll(selector).FirstOrDefault(link => PortalAnswer.Plain(link.TextContent).StartsWith(text, StringComparison.Ordinal));

    private Task<PortalAnswer> ClickAsync(IElement link)
    {
        _clicks++;
        return fixture.Doctor.GetAsync(link.GetAttribute("href")!.Split('#')[0]);
    }
}
