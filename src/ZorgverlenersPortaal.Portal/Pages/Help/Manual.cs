using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace ZorgverlenersPortaal.Portal.Pages.Help;

/// <summary>The manual of docs/handleiding, which is built into the program, as HTML.</summary>
public sealed class Manual
{
    /// <summary>Where its pages stand; the first one has no name.</summary>
    public const string Address = "/help/handleiding";

    /// <summary>Where its pictures stand.</summary>
    public const string PictureAddress = "/help/beelden";

    private const string First = "README";
    private const string Pictures = "handleiding-beelden/";

    // All are made this size (the end-to-end tests make them), so that no text moves when one comes in.
    private const string Width = "900";
    private const string Height = "560";
    private const string Prefix = "handleiding/";

    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    private readonly Dictionary<string, ManualPage> _pages;
    private readonly Dictionary<string, byte[]> _pictures;

    /// <summary>Reads every page once.</summary>
    public Manual()
    {
        var assembly = typeof(Manual).Assembly;
        _pages = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], name => Read(assembly.GetManifestResourceStream(name)!), StringComparer.Ordinal);
        _pictures = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Pictures, StringComparison.Ordinal))
            .ToDictionary(name => name[Pictures.Length..], name => Bytes(assembly.GetManifestResourceStream(name)!), StringComparer.Ordinal);
    }

    /// <summary>A picture by its name, or null; only those that are built in.</summary>
    public byte[]? Picture(string name) => _pictures.GetValueOrDefault(name);

    /// <summary>A page by the name in its address, or null; without a name the first.</summary>
    public ManualPage? Find(string? name) => name == First ? null : _pages.GetValueOrDefault(name ?? First);

    private static byte[] Bytes(Stream resource)
    {
        using var memory = new MemoryStream();
        using (resource)
        {
            resource.CopyTo(memory);
        }
        return memory.ToArray();
    }

    private static ManualPage Read(Stream markdown)
    {
        using var reader = new StreamReader(markdown);
        var document = Markdown.Parse(reader.ReadToEnd(), _pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.IsImage)
            {
                link.Url = $"{PictureAddress}/{link.Url!.Split('/')[^1]}";
                var picture = link.GetAttributes();
                picture.AddProperty("loading", "lazy");
                picture.AddProperty("width", Width);
                picture.AddProperty("height", Height);
                continue;
            }
            link.GetAttributes().AddClass("nl-link");
            if (link.Url is { } url && url.EndsWith(".md", StringComparison.Ordinal))
            {
                link.Url = url == First + ".md" ? Address : $"{Address}/{url[..^3]}";
            }
        }
        foreach (var table in document.Descendants<Table>())
        {
            table.GetAttributes().AddClass("zvp-table");
        }
        var heading = document.Descendants<HeadingBlock>().First(block => block.Level == 1);
        var title = string.Concat(heading.Inline!.Descendants<LiteralInline>().Select(text => text.Content.ToString()));
        // Not encoded again: nothing but our own files goes in, and of those no raw HTML, only what Markdown can say.
#pragma warning disable RS0030
        return new(title, new HtmlContentBuilder().AppendHtml(document.ToHtml(_pipeline)));
#pragma warning restore RS0030
    }
}
