using System.Globalization;
using Microsoft.Playwright;

namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>The form by which a doctor asks another to stand in, filled in by keyboard alone.</summary>
internal static class DelegationTyping
{
    /// <summary>Asks the doctor with this UZI number from today on and sends the form.</summary>
    public static async Task FillInByKeyboardAsync(IPage page, string receiver, string when, string note)
    {
        var today = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Europe/Amsterdam");
        await page.GetByLabel("Wie neemt waar?").FocusAsync();
        foreach (var text in (string[])[receiver, Day(today), Day(today.AddDays(9)), when, note])
        {
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("Enter");
    }

    private static string Day(DateTimeOffset moment) => moment.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
