using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>One answer, read to its end.</summary>
public sealed class PortalAnswer
{
    private readonly Lazy<IHtmlDocument> _page;

    private PortalAnswer(HttpResponseMessage response, byte[] body)
    {
        Status = (int)response.StatusCode;
        Bytes = body;
        Headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join('\n', header.Value), StringComparer.OrdinalIgnoreCase);
        _page = new(() => new HtmlParser().ParseDocument(Text));
    }

    public int Status { get; }

    public byte[] Bytes { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public IHtmlDocument Page => _page.Value;

    public string? Location => Header("Location");

    /// <summary>"ZVP-L07" of the code block; empty when the page has none.</summary>
    public string Code => Ticket.Split(' ')[0];

    /// <summary>"4F2K-9QXA" of the code block.</summary>
    public string Incident => Ticket.Split(' ')[^1];

    /// <summary>The page's words as a reader sees them, white space joined.</summary>
    public string Words => Plain(Page.Body!.TextContent);

    private string Ticket => Page.QuerySelector(".zvp-ticket__code")?.TextContent.Trim() ?? "";

    public static async Task<PortalAnswer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new PortalAnswer(response, await response.Content.ReadAsByteArrayAsync());
        }
    }

    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The words of one part of the page.</summary>
    public string Part(string selector) => Plain(Page.QuerySelector(selector)?.TextContent ?? "");
}
