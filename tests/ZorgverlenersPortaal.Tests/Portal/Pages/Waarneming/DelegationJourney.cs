using System.Globalization;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Waarneming;

/// <summary>What a doctor does on the page of delegations, as a browser without JavaScript.</summary>
internal static class DelegationJourney
{
    public const string Path = "/waarneming";

    /// <summary>So many days from today, as it is typed.</summary>
    public static string Day(PortalHost portal, int days) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(portal.Clock.GetUtcNow(), "Europe/Amsterdam").AddDays(days).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>A form without faults, with these changes.</summary>
    public static (string Name, string Value)[] Form(PortalHost portal, string receiver, params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] usual =
        [
            ("Form.Receiver", receiver), ("Form.FirstDay", Day(portal, 0)), ("Form.LastDay", Day(portal, 20)), ("Form.Shifts", ""), ("Form.Note", ""),
        ];
        return [.. usual.Where(field => !changes.Any(change => change.Name == field.Name)), .. changes];
    }

    /// <summary>Sends the form, shows the card once more, and sends it again.</summary>
    public static async Task<PortalAnswer> GiveAsync(this PortalClient client, string path, params (string Name, string Value)[] fields)
    {
        var asked = await client.FillInAsync(path, null, fields);
        Assert.Equal(303, asked.Status);
        Assert.StartsWith(path + "?bewijs=", asked.Location, StringComparison.Ordinal);
        var form = await client.GetAsync(asked.Location!);
        Assert.Contains("We hebben je pas opnieuw gecontroleerd", form.Words, StringComparison.Ordinal);
        Assert.Equal(fields.First(field => field.Name == "Form.Receiver").Value, form.Typed("Form.Receiver"));
        return await client.FillInAsync(path, form, null, fields);
    }

    /// <summary>Presses a button of the first line that has it.</summary>
    public static Task<PortalAnswer> PressAsync(this PortalClient client, string handler, string path = Path) => client.FillInAsync(path, handler);

    /// <summary>The labels of the lines under a heading.</summary>
    public static IReadOnlyList<string> States(this PortalAnswer page, string heading = "gekregen-t") =>
        [.. page.Page.QuerySelectorAll($"[aria-labelledby={heading}] tbody .nl-data-badge").Select(badge => PortalAnswer.Plain(badge.TextContent))];
}
