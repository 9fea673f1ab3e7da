namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Fills in the forms of a page as a browser without JavaScript does.</summary>
internal static class PortalForms
{
    /// <summary>Opens a page, fills in the form of this handler (null: the only one without) and sends it with its hidden fields.</summary>
    public static async Task<PortalAnswer> FillInAsync(
        this PortalClient client, string path, string? handler, params (string Name, string Value)[] fields) =>
        await client.FillInAsync(path, await client.GetAsync(path), handler, fields);

    /// <summary>The same on a page that was opened already.</summary>
    public static async Task<PortalAnswer> FillInAsync(
        this PortalClient client, string path, PortalAnswer page, string? handler, params (string Name, string Value)[] fields)
    {
        var form = page.Page.QuerySelectorAll("main form[method=post]").FirstOrDefault(one => handler is null
            ? one.GetAttribute("action")?.Contains("handler=", StringComparison.Ordinal) != true
            : one.GetAttribute("action")?.Contains("handler=" + handler, StringComparison.Ordinal) == true);
        Assert.True(form is not null, $"{path} shows no form {handler}: {page.Status} {page.Words}");
        var hidden = form.QuerySelectorAll("input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Where(pair => !fields.Any(field => field.Name == pair.Key));
        using var content = new FormUrlEncodedContent([.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await client.SendAsync(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : path, content);
    }

    /// <summary>Uploads a file with the form of this handler.</summary>
    public static async Task<PortalAnswer> UploadAsync(this PortalClient client, string path, string handler, string text)
    {
        var form = (await client.GetAsync(path)).Page.QuerySelector($"form[action*='handler={handler}']")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(text), "file", "accounts.csv" },
        };
        return await client.SendAsync(HttpMethod.Post, form.GetAttribute("action")!, content);
    }

    /// <summary>The faults of a page: above the form, and beside their fields.</summary>
    public static (IReadOnlyList<string> Above, IReadOnlyList<string> Beside) Faults(this PortalAnswer answer) =>
        ([.. answer.Page.QuerySelectorAll("#fouten li").Select(li => PortalAnswer.Plain(li.TextContent))],
         [.. answer.Page.QuerySelectorAll(".zvp-error").Select(error => PortalAnswer.Plain(error.TextContent))]);

    /// <summary>What a field of the page holds.</summary>
    public static string? Typed(this PortalAnswer answer, string name) =>
        answer.Page.QuerySelector($"input[name='{name}'][type=radio][checked], input[name='{name}']:not([type=radio])")?.GetAttribute("value");
}
