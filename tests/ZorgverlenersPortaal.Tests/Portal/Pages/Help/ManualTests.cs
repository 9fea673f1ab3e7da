using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Portal.Pages.Help;
using ZorgverlenersPortaal.Tests.Architecture;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Help;

/// <summary>docs/handleiding as the portal shows it.</summary>
[Collection(PortalJourneys.Name)]
public sealed class ManualTests(PortalFixture fixture)
{
    [Fact]
    public async Task Get_EveryPageOfTheManual_IsShownWithoutASessionAndWithoutADeadLink()
    {
        using var client = fixture.Portal.Client(card: null);
        foreach (var file in Directory.GetFiles(Repository.Path("docs", "handleiding"), "*.md"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var answer = await client.GetAsync(name == "README" ? "/help/handleiding" : $"/help/handleiding/{name}");
            Assert.Equal(200, answer.Status);
            Assert.DoesNotContain("style=", answer.Text, StringComparison.Ordinal); // the CSP would refuse it
            Assert.Empty(answer.Page.QuerySelectorAll(".zvp-manual script, .zvp-manual iframe"));
            foreach (var picture in answer.Page.QuerySelectorAll(".zvp-manual img"))
            {
                Assert.NotEmpty(picture.GetAttribute("alt")!);
                Assert.Equal(("lazy", "900", "560"), (picture.GetAttribute("loading"), picture.GetAttribute("width"), picture.GetAttribute("height")));
                var shown = await client.GetAsync(picture.GetAttribute("src")!);
                Assert.Equal((200, "image/jpeg"), (shown.Status, shown.Header("Content-Type")));
                Assert.InRange(shown.Bytes.Length, 1, 60_000);
            }
            Assert.All(answer.Page.QuerySelectorAll(".zvp-manual a"), link => Assert.Matches("^(/|#|https://)", link.GetAttribute("href")));
            foreach (Match link in Regex.Matches(answer.Text, "href=\"(?<address>/help[^\"]*)\"", RegexOptions.NonBacktracking))
            {
                Assert.Equal(200, (await client.GetAsync(link.Groups["address"].Value)).Status);
            }
        }
    }

    [Theory]
    [InlineData("/help/handleiding/nergens")]
    [InlineData("/help/handleiding/README")]
    [InlineData("/help/beelden/nergens.jpg")]
    [InlineData("/help/beelden/..%2fREADME")]
    public async Task Get_APageThatIsNotThere_Is404(string path)
    {
        using var client = fixture.Portal.Client(card: null);
        Assert.Equal(404, (await client.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("pas-en-computer", "L02")]
    [InlineData("pas-en-computer", "L12")]
    [InlineData("pas-en-computer", "Pasnummer")]
    [InlineData("pas-en-computer", "alle vensters")]
    [InlineData("pas-kwijt", "intrekkingscode")]
    public void Manual_WhatOnlyTheCardSoftwareKnows_IsExplained(string name, string word)
    {
        using var html = new StringWriter();
        new Manual().Find(name)!.Body.WriteTo(html, HtmlEncoder.Default);
        Assert.Contains(word, html.ToString(), StringComparison.Ordinal);
    }
}
