using Microsoft.Playwright;

namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>The record of the first patient on a doctor's list.</summary>
internal static class FirstRecord
{
    /// <summary>Signs in, opens it, waits for its last part, and gives its address.</summary>
    public static async Task<string> OpenAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.Locator("a.zvp-hit__link").First.ClickAsync();
        await page.Locator("#waarom").WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }
}
